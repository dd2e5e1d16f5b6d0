import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { filesModule } from '#domain/files';
import { identityModule } from '#domain/identity';
import '#domain/records/accounts';
import { contactsModule } from '#domain/records/contacts';
import { createLog } from '#platform/log';
import { testWorld } from '#platform/testing';
import { aboutServer, serverHost } from './client.ts';
import { processHost } from './process-host.ts';
import { listenLocally } from './server.ts';
import { localSocketPath } from './socket-path.ts';

const world = await testWorld();
const { ports } = world;
const operations = [identityModule, contactsModule, filesModule].flatMap((module) => module.operations ?? []);
const host = processHost({
  ports,
  operations: new Map(operations.map((operation) => [operation.name, operation])),
  requestId: () => ports.ids.next(),
});
const folder = mkdtempSync(join(tmpdir(), 'kith-local-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function listen(home: string) {
  const about = { version: '1.2.3', address: 'http://localhost:4000', pid: 1 };
  return listenLocally({ home, host, ports, log: createLog({ level: 'silent' }), about });
}

test('the socket lies in its home, or where its path is short enough, and is ours alone', async () => {
  const long = join(folder, 'x'.repeat(120));
  mkdirSync(long);
  for (const home of [folder, long]) {
    const path = localSocketPath(home);
    expect(Buffer.byteLength(path)).toBeLessThanOrEqual(100);
    const server = await listen(home);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    expect(await aboutServer(path)).toMatchObject({ version: '1.2.3' });
    await server?.stop();
    expect(existsSync(path)).toBe(false);
  }
  rmSync(dirname(dirname(localSocketPath(long))), { recursive: true });
});

test('a second server of a home leaves the first alone, and one that was killed leaves nothing in the way', async () => {
  const path = localSocketPath(folder);
  expect(await aboutServer(path)).toBeUndefined();
  const first = await listen(folder);
  expect(await listen(folder)).toBeUndefined();
  await first?.stop();
  writeFileSync(path, 'what a crash has left');
  const next = await listen(folder);
  expect(await aboutServer(path)).toMatchObject({ pid: 1 });
  await next?.stop();
});

test('files go in whole, and answers that are files come out as they are', async () => {
  const server = await listen(folder);
  const client = serverHost(localSocketPath(folder));
  const path = join(folder, 'Büro & Söhne.csv');
  writeFileSync(path, 'x'.repeat(3_000_000));
  expect(await client.putFile(path)).toMatchObject({ name: 'Büro & Söhne.csv', size: 3_000_000 });
  await expect(client.putFile(join(folder, 'nothing'))).rejects.toThrow('ENOENT');
  await client.call({ operation: 'contacts.create', input: { firstName: 'Ana' } });
  const answer = await client.call({ operation: 'contacts.export', input: {} });
  if (!('file' in answer)) throw new Error('No file came.');
  let text = '';
  for await (const chunk of answer.file.chunks) text += chunk;
  expect(text).toContain('Ana');
  expect(answer.file.name).toMatch(/^contacts-.*\.csv$/);
  await server?.stop();
});

test('a file that is to be kept sealed is so whether it comes by the socket or not', async () => {
  const server = await listen(folder);
  const client = serverHost(localSocketPath(folder));
  const path = join(folder, 'offer.txt');
  writeFileSync(path, 'the offer');
  const file = await client.putFile(path);
  const made = await client.call({ operation: 'contacts.create', input: { firstName: 'Bo' } });
  const recordId = (made as { output: { id: string } }).output.id;
  const sent = await client.call({ operation: 'files.upload', input: { recordId, file } });
  const { id } = (sent as { output: { id: string } }).output;
  await expect(ports.files.get(file.key)).rejects.toMatchObject({ code: 'not_found' });
  const answer = await client.call({ operation: 'files.download', input: { id } });
  if (!('file' in answer)) throw new Error('No file came.');
  let text = '';
  for await (const chunk of answer.file.chunks) text += chunk;
  expect([answer.file.name, text]).toEqual(['offer.txt', 'the offer']);
  await server?.stop();
});

test('a refusal arrives as it was said', async () => {
  const server = await listen(folder);
  const client = serverHost(localSocketPath(folder));
  const call = client.call({ operation: 'contacts.create', input: { firstNme: 'Ana', lastName: 1 } });
  await expect(call).rejects.toMatchObject({ status: 400, code: 'validation_failed' });
  const workspace = 'ws_00000000000070008000000000000000';
  await expect(client.call({ operation: 'contacts.list', workspace })).rejects.toMatchObject({ status: 404 });
  await expect(client.call({ operation: 'contacts.explode' })).rejects.toMatchObject({ status: 404 });
  await server?.stop();
});
