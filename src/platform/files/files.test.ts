import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FileStore, openFileStore, openSealed, sealContent } from './index.ts';
import { localFiles } from './local.ts';
import { inParts } from './parts.ts';
import { s3Files } from './s3.ts';

interface LocalS3 {
  run(): Promise<{ port: number }>;
  close(): Promise<void>;
}
const require = createRequire(import.meta.url);
const S3rver: new (options: object) => LocalS3 = require('s3rver');

const details = { name: 'Leads März.csv', contentType: 'text/csv' };
const partBytes = 5 * 1024 * 1024;
let folder: string;
let s3: LocalS3;
let port: number;

const inBucket = (bucket: string): FileStore =>
  s3Files({
    bucket,
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    partBytes,
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-files-'));
  s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'kith' }],
  });
  port = (await s3.run()).port;
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true });
});

const stores: [string, () => FileStore][] = [
  ['a folder', () => localFiles(join(folder, 'files'))],
  ['a bucket', () => inBucket('kith')],
];

describe.each(stores)('files in %s', (_, store) => {
  test.each([0, 1, 100_000, partBytes, partBytes + 1, 2 * partBytes + 7])(
    '%d bytes come back as they went in',
    async (size) => {
      const bytes = randomBytes(size);
      const stored = await store().put(Readable.from([bytes.subarray(0, size / 3), bytes.subarray(size / 3)]), details);
      expect(stored).toMatchObject({ size, sha256: createHash('sha256').update(bytes).digest('hex') });
      expect((await buffer(await store().get(stored.key))).equals(bytes)).toBe(true);
    },
  );

  test('reading goes on from any byte, and beyond the end there is nothing', async () => {
    const { key } = await store().put(Readable.from([Buffer.from('0123456789')]), details);
    for (const [start, rest] of [
      [0, '0123456789'],
      [7, '789'],
      [9, '9'],
      [10, ''],
      [99, ''],
    ] as const) {
      expect((await buffer(await store().getRange(key, start))).toString()).toBe(rest);
    }
  });

  test('a removed file is gone, and removing it again is no mistake', async () => {
    const { key } = await store().put(Readable.from([Buffer.from('x')]), details);
    await store().remove(key);
    await store().remove(key);
    await expect(store().get(key)).rejects.toMatchObject({ code: 'not_found' });
  });

  test.each([
    '',
    '..',
    '../../etc/passwd',
    '/etc/passwd',
    'ab/../../x',
    `ab/${'a'.repeat(32)}`,
    `AB/${'AB'.repeat(16)}`,
    'drafts/x',
    'ab/ab\0',
  ])('the key %j names nothing', async (key) => {
    await expect(store().get(key)).rejects.toMatchObject({ code: 'not_found' });
    await expect(store().remove(key)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('an upload that breaks off leaves nothing behind', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield randomBytes(partBytes);
      yield randomBytes(partBytes);
      throw new Error('cut off');
    }
    const before = await countFiles();
    await expect(store().put(broken(), details)).rejects.toThrow('cut off');
    expect(await countFiles()).toBe(before);
  });

  test('any part of a sealed content is opened', async () => {
    const [bytes, key] = [randomBytes(200_000), randomBytes(32)];
    const { sealed } = sealContent(Readable.from([bytes]), key);
    const file = { key: (await store().put(sealed, details)).key, size: bytes.length };
    for (const [start, end] of [
      [0, 200_000],
      [65_530, 131_080],
      [199_999, 200_000],
    ] as const) {
      const opened = await buffer(Readable.from(openSealed(store(), [key], { ...file, start, end })));
      expect(opened.equals(bytes.subarray(start, end))).toBe(true);
    }
  });

  test('the same content twice is two files', async () => {
    const put = () =>
      store().put(Readable.from([Buffer.from('same')]), { name: '../../x\r\nX: y', contentType: 'text/plain' });
    const [first, second] = await Promise.all([put(), put()]);
    expect(first?.key).not.toBe(second?.key);
  });
});

async function countFiles(): Promise<number> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all.filter((found) => found.isFile()).length;
}

test('a bucket that is not there says what to check', async () => {
  await expect(inBucket('nobody').put(Readable.from([]), details)).rejects.toMatchObject({
    code: 'files_unavailable',
    message: expect.stringContaining('Check S3_BUCKET'),
  });
});

test('a folder that cannot be written says so', async () => {
  const path = join(folder, 'a-file');
  await writeFile(path, '');
  await expect(localFiles(path).put(Readable.from([]), details)).rejects.toThrow(/something else has its name/);
});

test('local files are readable by their owner only, and old drafts are cleared', async () => {
  const home = join(folder, 'home');
  const store = openFileStore({ home, region: 'us-east-1' });
  const { key } = await store.put(Readable.from([Buffer.from('x')]), details);
  expect((await stat(join(home, 'files', key))).mode & 0o777).toBe(0o600);
  const draft = join(home, 'files', 'drafts', 'old');
  await writeFile(draft, 'half');
  await utimes(draft, 0, 0);
  await openFileStore({ home, region: 'us-east-1' }).put(Readable.from([]), details);
  expect(await readdir(join(home, 'files', 'drafts'))).toEqual([]);
});

test('parts are full, but the last', async () => {
  const sizes: number[] = [];
  for await (const part of inParts(Readable.from([randomBytes(7), randomBytes(1), randomBytes(15)]), 10))
    sizes.push(part.length);
  expect(sizes).toEqual([10, 10, 3]);
});
