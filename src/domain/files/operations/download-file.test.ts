import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { FileAnswer } from '#platform/operations';
import { filesWorld } from '../files-world.fixture.ts';
import { downloadFile } from './download-file.ts';

const world = await filesWorld();
const { run, upload, read, colleague, refuses } = world;

test('a content comes whole or in part, under the name of the file', async () => {
  const { id, checksum } = await upload('0123456789', { name: 'Ä.txt' });
  const { parts, ...answer } = (await run(downloadFile, { id })) as FileAnswer;
  expect(answer).toMatchObject({ contentType: 'text/plain', fileName: 'Ä.txt' });
  expect(answer.shown).toBeUndefined();
  expect(parts).toMatchObject({ size: 10, etag: `"${checksum}"` });
  expect((await buffer(Readable.from(parts?.part(3, 6) ?? []))).toString()).toBe('345');
});

test('what a browser would run is sent as bytes', async () => {
  const { id } = await upload('<script>alert(1)</script>', { name: 'x.png' });
  expect(await run(downloadFile, { id })).toMatchObject({ contentType: 'application/octet-stream' });
});

test('it is refused to who may not read the file, for a version that is not there, and to another workspace', async () => {
  const { id } = await upload('secret', { access: 'owner' });
  const { actor } = await colleague('Bo');
  await expect(read(id, {}, actor)).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(read(id, { version: 2 })).rejects.toMatchObject({ code: 'not_found' });
  await refuses(downloadFile, { id });
});
