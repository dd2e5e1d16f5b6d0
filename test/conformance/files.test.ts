import { mkdtempSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { createKey } from '#domain/identity';
import { loadConfig } from '#platform/config';
import { openFileStore } from '#platform/files';
import { createLog } from '#platform/log';
import { createTelemetry } from '#platform/telemetry';
import { testWorld } from '#platform/testing';
import { createServer } from '../../src/serve.ts';

const home = mkdtempSync(join(tmpdir(), 'kith-files-over-http-'));
const world = await testWorld({ ports: { files: openFileStore({ home, region: 'none' }) } });
const { ports, workspaceId, urls } = world;
const server = await createServer({
  ground: { ports, appUrl: urls.appUrl, close: async () => undefined },
  config: loadConfig({ KITH_HOME: '/nowhere', PORT: '0' }),
  log: createLog({ level: 'silent' }),
  telemetry: createTelemetry({ processMetrics: false }),
  version: '1.2.3',
});
const origin = await server.listen({ port: 0, host: '127.0.0.1' });
afterAll(() => server.close());
const { key } = await createKey(ports, { workspaceId, name: 'Files', role: 'admin' });
const signed = { authorization: `Bearer ${key}` };
const api = (path: string, init: RequestInit = {}) =>
  fetch(`${origin}/api/v1${path}`, { ...init, headers: { ...signed, ...init.headers } });

const json = { 'content-type': 'application/json' };
const ana = (await (
  await api('/contacts', { method: 'POST', headers: json, body: JSON.stringify({ firstName: 'Ana' }) })
).json()) as { id: string };

async function upload(
  content: string | Uint8Array,
  name: string,
  values: Record<string, string> = {},
): Promise<Response> {
  const form = new FormData();
  for (const [field, value] of Object.entries({ recordId: ana.id, ...values })) form.append(field, value);
  form.append('file', new Blob([Uint8Array.from(Buffer.from(content))]), name);
  return api('/files/upload', { method: 'POST', body: form });
}

const stored = async () =>
  (await readdir(join(home, 'files'), { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).length;

test('a file goes up and comes down, to be saved under its name, and nothing in it runs', async () => {
  const sent = await upload('<script>alert(1)</script>', 'Angebot März.html', { documentType: 'proposal' });
  expect(sent.status).toBe(201);
  const { id } = (await sent.json()) as { id: string };
  const got = await api(`/files/${id}/download`);
  expect(await got.text()).toBe('<script>alert(1)</script>');
  expect(Object.fromEntries(got.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="Angebot_M_rz.html"; filename*=UTF-8''Angebot%20M%C3%A4rz.html`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'content-length': '25',
  });
  const shown = await api(`/files/${id}/preview`);
  expect(shown.headers.get('content-type')).toBe('text/plain; charset=utf-8');
});

test('parts of a file come by their numbers, uncompressed', async () => {
  const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, at) => at % 251));
  const { id, checksum } = (await (await upload(bytes, 'data.bin')).json()) as { id: string; checksum: string };
  const part = (range: string, more: object = {}) =>
    api(`/files/${id}/download`, { headers: { range, 'accept-encoding': 'gzip', ...more } });
  const middle = await part('bytes=65530-65540');
  expect([middle.status, middle.headers.get('content-range')]).toEqual([206, 'bytes 65530-65540/200000']);
  expect(Buffer.from(await middle.arrayBuffer()).equals(bytes.subarray(65_530, 65_541))).toBe(true);
  const end = await part('bytes=-5');
  expect(Buffer.from(await end.arrayBuffer()).equals(bytes.subarray(-5))).toBe(true);
  expect((await part('bytes=200000-')).status).toBe(416);
  expect((await part('bytes=0-1,5-6')).status).toBe(200);
  expect((await part('bytes=0-1', { 'if-range': '"another"' })).status).toBe(200);
  const etag = `"${checksum}"`;
  expect((await api(`/files/${id}/download`, { headers: { 'if-none-match': etag } })).status).toBe(304);
});

test('a name cannot break out of a header or into a path', async () => {
  const { id } = (await (await upload('x', '../../a"; \r\nSet-Cookie: x=1; b.txt')).json()) as { id: string };
  const got = await api(`/files/${id}/download`);
  expect(got.headers.get('set-cookie')).toBeNull();
  expect(got.headers.get('content-disposition')).not.toContain('../');
});

test('an upload that is cut off leaves nothing behind', async () => {
  const before = await stored();
  const begun = [
    'POST /api/v1/files/upload HTTP/1.1',
    'Host: kith.local',
    `Authorization: Bearer ${key}`,
    'Content-Type: multipart/form-data; boundary=b',
    'Content-Length: 500000',
    '',
    '--b',
    'Content-Disposition: form-data; name="recordId"',
    '',
    ana.id,
    '--b',
    'Content-Disposition: form-data; name="file"; filename="half.txt"',
    '',
    'x'.repeat(200_000),
  ].join('\r\n');
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  await new Promise<void>((resolve) => socket.write(begun, () => resolve()));
  await sleep(100);
  socket.destroy();
  for (let wait = 0; wait < 50 && (await stored()) !== before; wait += 1) await sleep(50);
  expect(await stored()).toBe(before);
  const list = (await (await api(`/files?of=${ana.id}&q=half`)).json()) as { data: unknown[] };
  expect(list.data).toEqual([]);
});

test('what is refused is not kept', async () => {
  const before = await stored();
  for (const values of [{ documentType: 'poem' }, { recordId: `ct_${'0'.repeat(32)}` }, { colour: 'red' }] as Record<
    string,
    string
  >[])
    expect((await upload('x', 'x.txt', values)).status).toBe(400);
  const two = new FormData();
  two.append('recordId', ana.id);
  for (const name of ['one.txt', 'two.txt']) two.append('file', new Blob(['x']), name);
  expect((await api('/files/upload', { method: 'POST', body: two })).status).toBeGreaterThanOrEqual(400);
  expect((await api('/files/upload', { method: 'POST', headers: json, body: '{}' })).status).toBe(415);
  expect(await stored()).toBe(before);
});

test('permissions are put by their address', async () => {
  const { id } = (await (await upload('x', 'mine.txt')).json()) as { id: string };
  const put = await api(`/files/${id}/permissions`, { method: 'PUT', headers: json, body: '{"access":"owner"}' });
  expect([put.status, await put.json()]).toMatchObject([200, { access: 'owner' }]);
});
