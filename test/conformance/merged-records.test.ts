import { afterAll, expect, test } from 'vitest';
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
  config: loadConfig({ KITH_HOME: '/nowhere', PORT: '0' }),
  log: createLog({ level: 'silent' }),
  telemetry: createTelemetry({ processMetrics: false }),
  version: '1.2.3',
});
afterAll(() => server.close());
const { key } = await createKey(ports, { workspaceId, name: 'REST', role: 'admin' });

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
const send = (method: Method, url: string, body?: object, by = key) =>
  server.inject({
    method,
    url: url.startsWith('/api') ? url : `/api/v1${url}`,
    headers: { authorization: `Bearer ${by}` },
    ...(body ? { payload: body } : {}),
  });
const make = async (path: string, values: object, by = key) => (await send('POST', path, values, by)).json();

test('the id of a merged record leads to the one that stays, from every page of it, also in two steps', async () => {
  const [one, two, three] = [
    await make('/contacts', { firstName: 'Ana' }),
    await make('/contacts', { firstName: 'Ana' }),
    await make('/contacts', { firstName: 'Ana' }),
  ];
  const activity = await make('/activities', { type: 'call', contactId: three.id });
  await make('/contacts/merge', { winnerId: two.id, ids: [three.id] });
  await make('/contacts/merge', { winnerId: one.id, ids: [two.id] });
  const answer = await send('GET', `/contacts/${three.id}?fields=firstName`);
  expect(answer.statusCode).toBe(308);
  expect(answer.headers.location).toBe(`/api/v1/contacts/${one.id}?fields=firstName`);
  expect(answer.json()).toMatchObject({ code: 'merged', mergedFrom: three.id, mergedInto: one.id });
  expect((await send('GET', String(answer.headers.location))).json().id).toBe(one.id);
  for (const part of ['reports', 'timeline', 'deals']) {
    const related = await send('GET', `/contacts/${three.id}/${part}`);
    expect(related.headers.location).toBe(`/api/v1/contacts/${one.id}/${part}`);
    expect((await send('GET', String(related.headers.location))).statusCode).toBe(200);
  }
  expect((await send('GET', `/activities/${activity.id}`)).json()).toMatchObject({ contactId: one.id });
});

test.each([
  ['PATCH', { name: 'x' }],
  ['PUT', { name: 'x' }],
  ['DELETE', undefined],
] as const)('%s of a merged record does not reach the one that stays: 409 says where it went', async (method, body) => {
  const [one, two] = [await make('/accounts', { name: 'Ada' }), await make('/accounts', { name: 'Ada Ltd' })];
  await make('/accounts/merge', { ids: [one.id, two.id] });
  const answer = await send(method, `/accounts/${two.id}`, body);
  expect(answer.statusCode).toBe(409);
  expect(answer.json()).toMatchObject({ code: 'conflict', mergedInto: one.id });
  expect((await send('GET', `/accounts/${one.id}`)).json()).toMatchObject({ name: 'Ada', deletedAt: null });
});

test('whoever may not see or write one of the records merges none of them, and takes no merge of them back', async () => {
  await send('PUT', '/access/scopes', { scopes: { rep: { contact: { read: 'own', write: 'own' } } } });
  const { key: rep } = await createKey(ports, { workspaceId, name: 'Rep', role: 'rep' });
  const own = await make('/contacts', { firstName: 'Mine' }, rep);
  const also = await make('/contacts', { firstName: 'Mine too' }, rep);
  const foreign = await make('/contacts', { firstName: 'Theirs' });
  for (const ids of [
    [own.id, foreign.id],
    [foreign.id, own.id],
  ]) {
    expect((await send('POST', '/contacts/merge', { ids }, rep)).statusCode).toBe(403);
    expect((await send('POST', '/contacts/merge/preview', { ids }, rep)).statusCode).toBe(403);
  }
  const merged = await send('POST', '/contacts/merge', { ids: [own.id, foreign.id] });
  expect((await send('POST', `/merges/${merged.json().id}/undo`, {}, rep)).statusCode).toBe(403);
  expect((await send('POST', '/contacts/merge', { ids: [also.id, own.id] }, rep)).statusCode).toBe(200);
});
