import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { FileAnswer } from '#platform/operations';
import { filesWorld } from '../files-world.fixture.ts';
import { previewFile } from './preview-file.ts';

const world = await filesWorld();
const { run, upload, refuses } = world;
const preview = async (content: string | Buffer) => {
  const { id } = await upload(content);
  const { chunks, ...answer } = (await run(previewFile, { id })) as FileAnswer;
  return { ...answer, bytes: await buffer(Readable.from(chunks)) };
};

test('images and PDF are shown as what they are, and may load nothing', async () => {
  const png = Buffer.from('89504e470d0a1a0a00000000', 'hex');
  expect(await preview(png)).toMatchObject({ contentType: 'image/png', shown: {}, bytes: png });
  expect(await preview('%PDF-1.7')).toMatchObject({
    contentType: 'application/pdf',
    shown: { contentPolicy: expect.stringMatching(/^default-src 'none'/) },
  });
});

test('texts are shown as plain text, a page and a drawing as their source, and only their beginning', async () => {
  for (const text of ['<script>alert(1)</script>', '<svg onload="alert(1)"/>', 'a,b'])
    expect(await preview(text)).toMatchObject({ contentType: 'text/plain; charset=utf-8', bytes: Buffer.from(text) });
  expect((await preview('x'.repeat(1024 ** 2 + 5))).bytes).toHaveLength(1024 ** 2);
});

test('anything else can only be saved', async () => {
  const { id } = await upload(Buffer.from('PK\x03\x04'));
  await expect(run(previewFile, { id })).rejects.toMatchObject({ code: 'unsupported_media_type' });
  await refuses(previewFile, { id });
});
