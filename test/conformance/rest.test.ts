import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKey } from '#domain/identity';
import { loadConfig } from '#platform/config';
import { createLog } from '#platform/log';
import { createTelemetry } from '#platform/telemetry';
import { testWorld } from '#platform/testing';
import { createServer } from '../../src/serve.ts';

const world = await testWorld();
const { ports, workspaceId, urls } = world;
const server = await createServer({
  ground: { ports, appUrl: urls.appUrl, close: async () => undefined },
  config: loadConfig({ KITH_HOME: '/nowhere', PORT: '0', CORS_ORIGINS: 'https://app.example' }),
  log: createLog({ level: 'silent' }),
  telemetry: createTelemetry({ processMetrics: false }),
  version: '1.2.3',
});
const { key } = await createKey(ports, { workspaceId, name: 'REST', role: 'admin' });
const { key: readOnly } = await createKey(ports, {
  workspaceId,
  name: 'Reader',
  role: 'admin',
  scopes: ['contacts:read'],
});
const foreign = await createKey(ports, { workspaceId: world.stranger.workspaceId, name: 'Elsewhere', role: 'admin' });
afterAll(() => server.close());

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'OPTIONS';
type Headers = Record<string, string>;
const send = (method: Method, url: string, body?: object, headers: Headers = { authorization: `Bearer ${key}` }) =>
  server.inject({ method, url: `/api/v1${url}`, headers, ...(body ? { payload: body } : {}) });
const as = (other: string) => ({ authorization: `Bearer ${other}` });
const mine = (more: Headers) => ({ ...as(key), ...more });

let ana: { id: string; version: number };
let etag: string;
beforeAll(async () => {
  const made = await send('POST', '/contacts', { firstName: 'Ana', email: 'ana@example.com' });
  expect(made.statusCode).toBe(201);
  ana = made.json();
  etag = String((await send('GET', `/contacts/${ana.id}`)).headers.etag);
});

test.each([
  ['/contacts', { firstName: 'Bo' }, { title: 'CTO' }],
  ['/accounts', { name: 'Acme Ltd' }, { industry: 'Software' }],
  ['/deals', { name: 'Rollout' }, { nextStep: 'Call' }],
  ['/opportunities', { name: 'Renewal' }, { nextStep: 'Write' }],
  ['/leads', { lastName: 'Lead' }, { campaign: 'Fair' }],
  ['/tasks', { subject: 'Call Ana' }, { description: 'About the price' }],
])('%s are made, read, changed, replaced, listed, taken away and brought back', async (path, values, change) => {
  const made = (await send('POST', path, values)).json();
  expect((await send('GET', `${path}/${made.id}`)).json()).toEqual(made);
  expect((await send('PATCH', `${path}/${made.id}`, change)).json()).toMatchObject({ ...values, ...change });
  expect((await send('PUT', `${path}/${made.id}`, values)).json()).toMatchObject({
    ...values,
    [Object.keys(change)[0] ?? '']: null,
  });
  expect((await send('GET', path)).json().data.map((one: { id: string }) => one.id)).toContain(made.id);
  expect((await send('DELETE', `${path}/${made.id}`)).statusCode).toBe(204);
  expect((await send('GET', `${path}/${made.id}`)).statusCode).toBe(404);
  expect((await send('DELETE', `${path}/${made.id}`)).statusCode).toBe(404);
  expect((await send('POST', `${path}/${made.id}/restore`)).json()).toMatchObject(values);
});

test.each([
  ['/activities', { type: 'note', subject: 'Met at the fair' }, { subject: 'Met at the stand' }],
  ['/communications', { type: 'email', direction: 'inbound', subject: 'Hello' }, { subject: 'Hello again' }],
])('%s of a contact are logged, read, changed, listed and taken away', async (path, values, change) => {
  const made = (await send('POST', path, { ...values, contactId: ana.id })).json();
  expect((await send('GET', `${path}/${made.id}`)).json()).toMatchObject({ ...values, contactId: ana.id });
  expect((await send('PATCH', `${path}/${made.id}`, change)).json()).toMatchObject(change);
  expect((await send('GET', path)).json().data.map((one: { id: string }) => one.id)).toContain(made.id);
  expect((await send('DELETE', `${path}/${made.id}`)).statusCode).toBe(204);
  expect((await send('GET', `${path}/${made.id}`)).statusCode).toBe(404);
});

test('activities are logged and listed', async () => {
  const logged = await send('POST', '/activities', { type: 'call', subject: 'Hello', contactId: ana.id });
  expect(logged.statusCode).toBe(201);
  expect((await send('GET', '/activities')).json().data).toEqual([expect.objectContaining({ subject: 'Hello' })]);
});

test('ids have a prefix, and are taken as they were given', async () => {
  expect(ana.id).toMatch(/^ct_[0-9a-f]{32}$/);
  expect((await send('GET', `/contacts/${ana.id}`)).statusCode).toBe(200);
  expect((await send('GET', '/contacts/ct_123')).statusCode).toBe(404);
});

test.each([
  ['nobody', 401, () => send('GET', '/contacts', undefined, {})],
  ['a made-up key', 401, () => send('GET', '/contacts', undefined, as('kith_nothing'))],
  ['a key without the scope', 403, () => send('POST', '/contacts', { firstName: 'X' }, as(readOnly))],
  ['a record of another workspace', 404, () => send('GET', `/contacts/${ana.id}`, undefined, as(foreign.key))],
  ['an address that is not there', 404, () => send('GET', '/nothing')],
  ['an unknown filter field', 400, () => send('GET', '/contacts?filter={"citty":{"eq":"x"}}')],
  ['a wrong value', 400, () => send('POST', '/contacts', { email: 'no' })],
  ['somebody who is here already', 409, () => send('POST', '/contacts', { email: 'ANA@example.com' })],
  ['an old version', 412, () => send('PATCH', `/contacts/${ana.id}`, { title: 'x' }, mine({ 'if-match': '"99"' }))],
])('%s: %i as problem+json that says what to do', async (_what, status, ask) => {
  const answer = await ask();
  expect(answer.statusCode).toBe(status);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.json()).toMatchObject({ status, code: expect.any(String), title: expect.any(String) });
});

test('a key of idempotency gives the same answer again, and refuses another body', async () => {
  const headers = mine({ 'idempotency-key': 'once' });
  const first = await send('POST', '/contacts', { firstName: 'Once' }, headers);
  const again = await send('POST', '/contacts', { firstName: 'Once' }, headers);
  expect([again.statusCode, again.json().id, again.headers['idempotency-replayed']]).toEqual([
    201,
    first.json().id,
    'true',
  ]);
  expect((await send('POST', '/contacts', { firstName: 'Twice' }, headers)).statusCode).toBe(422);
});

test('what has not changed is not sent again, and nobody else may keep it', async () => {
  const again = await send('GET', `/contacts/${ana.id}`, undefined, mine({ 'if-none-match': etag }));
  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect(again.headers['cache-control']).toBe('private, no-cache');
});

test('pages follow each other by their cursor, with the fields that were asked for', async () => {
  for (let index = 0; index < 5; index += 1) await send('POST', '/accounts', { name: `Page ${index}` });
  const filter = encodeURIComponent('{"name":{"startsWith":"Page"}}');
  const path = `/accounts?filter=${filter}&sort=name&limit=3&fields=name`;
  const first = (await send('GET', path)).json();
  const second = (await send('GET', `${path}&cursor=${first.page.next}`)).json();
  const names = [...first.data, ...second.data].map((one: { name: string }) => one.name);
  expect(names).toEqual(['Page 0', 'Page 1', 'Page 2', 'Page 3', 'Page 4']);
  expect(second.page.next ?? null).toBeNull();
  expect(Object.keys(first.data[0])).not.toContain('industry');
});

test('a question that comes by POST is read from the body', async () => {
  const answer = await send('POST', '/routing-rules/try', { values: { country: 'DE' } });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({ ownerId: null, because: expect.any(String) });
  expect((await send('POST', '/routing-rules/try', { values: { country: 'DE' }, more: 1 })).statusCode).toBe(400);
});

test.each(['gzip', 'br'])('answers of more than a kilobyte are sent in %s, small ones are not', async (encoding) => {
  const large = await send('GET', '/contacts', undefined, mine({ 'accept-encoding': encoding }));
  expect(large.headers['content-encoding']).toBe(encoding);
  const small = await send('GET', '/contacts?limit=1&fields=name', undefined, mine({ 'accept-encoding': encoding }));
  expect(small.headers['content-encoding']).toBeUndefined();
});

test('pages of named origins may call from a browser, others may not', async () => {
  const ask = (origin: string) => send('OPTIONS', '/contacts', undefined, { origin });
  const ours = (await ask('https://app.example')).headers;
  expect(ours['access-control-allow-origin']).toBe('https://app.example');
  expect(ours['access-control-allow-headers']).toContain('authorization');
  expect((await ask('https://evil.example')).headers['access-control-allow-origin']).toBeUndefined();
});

test.each([
  ['/live', { status: 'live' }],
  ['/ready', { status: 'ready' }],
  ['/health', { status: 'ok', version: '1.2.3', checks: { database: 'ok' } }],
])('%s answers without a key', async (path, expected) => {
  const answer = await server.inject({ method: 'GET', url: path });
  expect([answer.statusCode, answer.json()]).toEqual([200, expected]);
});

test.each([
  ['a script in a name', { firstName: '<script>alert(1)</script>' }],
  ['SQL in a name', { firstName: "Robert'); drop table contacts;--" }],
  ['a command in a name', { firstName: '$(rm -rf /); `id`' }],
])('%s is a name like any other', async (_what, values) => {
  const made = (await send('POST', '/contacts', values)).json();
  const read = await send('GET', `/contacts/${made.id}`);
  expect(read.json()).toMatchObject(values);
  expect([read.headers['content-type'], read.headers['x-content-type-options']]).toEqual([
    'application/json; charset=utf-8',
    'nosniff',
  ]);
});
