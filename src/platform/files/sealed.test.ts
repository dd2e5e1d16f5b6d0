import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FileStore, openFileStore, openSealed, sealContent } from './index.ts';

const chunk = 64 * 1024;
const workspaceKey = randomBytes(32);
let home: string;
let store: FileStore;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kith-sealed-'));
  store = openFileStore({ home, region: 'none' });
});
afterAll(() => rm(home, { recursive: true }));

async function put(bytes: Buffer): Promise<{ key: string; size: number }> {
  const { sealed, contents } = sealContent(Readable.from([bytes.subarray(0, 10), bytes.subarray(10)]), workspaceKey);
  const { key } = await store.put(sealed, { name: 'x', contentType: 'x' });
  expect(contents()).toMatchObject({
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    head: bytes.subarray(0, 4096),
  });
  return { key, size: bytes.length };
}

const open = (file: { key: string; size: number }, start = 0, end = file.size, key = workspaceKey) =>
  buffer(Readable.from(openSealed(store, [key], { ...file, start, end })));

test.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk + 7])('%i bytes come back as they went in', async (size) => {
  const bytes = randomBytes(size);
  expect((await open(await put(bytes))).equals(bytes)).toBe(true);
});

test('any part comes back, whatever chunks it lies in', async () => {
  const bytes = randomBytes(2 * chunk + 100);
  const file = await put(bytes);
  const places = [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 2 * chunk + 100];
  for (const start of places)
    for (const end of places) expect((await open(file, start, end)).equals(bytes.subarray(start, end))).toBe(true);
});

test('what is stored shows nothing of the content', async () => {
  const { key } = await put(Buffer.from('a very secret contract '.repeat(100)));
  expect((await readFile(join(home, 'files', key))).includes('secret')).toBe(false);
});

test.each([
  [
    'a changed bit',
    (bytes: Buffer) =>
      Buffer.concat([bytes.subarray(0, 100), Buffer.from([(bytes[100] ?? 0) ^ 1]), bytes.subarray(101)]),
  ],
  ['the end cut off', (bytes: Buffer) => bytes.subarray(0, 20 + 2 * (chunk + 16))],
  ['the end cut off within a chunk', (bytes: Buffer) => bytes.subarray(0, bytes.length - 5)],
  [
    'chunks in another order',
    (bytes: Buffer) =>
      Buffer.concat([
        bytes.subarray(0, 20),
        bytes.subarray(20 + chunk + 16, 20 + 2 * (chunk + 16)),
        bytes.subarray(20, 20 + chunk + 16),
        bytes.subarray(20 + 2 * (chunk + 16)),
      ]),
  ],
  ['something else', () => Buffer.from('not ours')],
  ['nothing', () => Buffer.alloc(0)],
])('%s does not open', async (_what, spoil) => {
  const file = await put(randomBytes(2 * chunk + 100));
  const path = join(home, 'files', file.key);
  await writeFile(path, spoil(await readFile(path)));
  await expect(open(file)).rejects.toMatchObject({ code: 'seal_broken' });
});

test('the key of another workspace opens nothing', async () => {
  const file = await put(randomBytes(100));
  await expect(open(file, 0, 100, randomBytes(32))).rejects.toMatchObject({ code: 'seal_broken' });
});

test('a content that breaks off leaves nothing behind', async () => {
  async function* broken(): AsyncGenerator<Buffer> {
    yield randomBytes(chunk);
    throw new Error('cut off');
  }
  const { sealed, contents } = sealContent(broken(), workspaceKey);
  await expect(store.put(sealed, { name: 'x', contentType: 'x' })).rejects.toThrow('cut off');
  expect(contents).toThrow(/not gone through/);
});
