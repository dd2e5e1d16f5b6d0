import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openFileStore } from '#platform/files';
import { testWorld } from '#platform/testing';
import { defineOperation, takeIn, takeInStored } from './index.ts';

const home = mkdtempSync(join(tmpdir(), 'kith-take-in-'));
afterAll(() => rmSync(home, { recursive: true }));
const { ports, workspaceId } = await testWorld({ ports: { files: openFileStore({ home, region: 'none' }) } });

const plate = { summary: 'Takes a file.', kind: 'write', permission: 'test:write', input: z.strictObject({}) } as const;
const plain = defineOperation({ name: 'test.plain', ...plate, upload: true, run: async () => null });
const sealed = defineOperation({ name: 'test.sealed', ...plate, upload: { mostBytes: 1024 }, run: async () => null });
const details = { name: 'secret.txt', contentType: 'text/plain' };
const content = (text: string) => Readable.from([Buffer.from(text)]);
const kept = async () => (await readdir(join(home, 'files'), { recursive: true })).filter((name) => name.includes('/'));

test('a file is stored as it is where the operation reads it so, and sealed where it says so', async () => {
  const open = await takeIn(ports, plain, workspaceId, content('a secret'), details);
  const shut = await takeIn(ports, sealed, workspaceId, content('a secret'), details);
  expect((await buffer(await ports.files.get(open.key))).toString()).toBe('a secret');
  expect((await readFile(join(home, 'files', shut.key))).includes('secret')).toBe(false);
  expect([shut.name, shut.size, shut.sha256]).toEqual([open.name, open.size, open.sha256]);
  expect(Buffer.from(shut.head ?? '', 'base64').toString()).toBe('a secret');
});

test('a file that came before its operation was known is sealed afterwards, once', async () => {
  const open = await takeIn(ports, plain, workspaceId, content('a secret'), details);
  expect(await takeInStored(ports, plain, workspaceId, open)).toBe(open);
  const shut = await takeInStored(ports, sealed, workspaceId, open);
  expect(shut).toMatchObject({ size: 8, sha256: open.sha256 });
  await expect(ports.files.get(open.key)).rejects.toMatchObject({ code: 'not_found' });
});

test('what is too large is refused as it comes, and nothing is kept', async () => {
  const before = (await kept()).length;
  async function* endless(): AsyncGenerator<Buffer> {
    for (;;) yield Buffer.alloc(512);
  }
  await expect(takeIn(ports, sealed, workspaceId, endless(), details)).rejects.toMatchObject({ code: 'too_large' });
  expect((await kept()).length).toBe(before);
  expect(await takeIn(ports, sealed, workspaceId, content('x'.repeat(1024)), details)).toMatchObject({ size: 1024 });
});
