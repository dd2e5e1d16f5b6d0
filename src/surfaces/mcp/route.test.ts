import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { identityModule } from '#domain/identity';
import { accountsModule } from '#domain/records/accounts';
import { contactsModule } from '#domain/records/contacts';
import type { Actor } from '#platform/actor';
import { Problem } from '#platform/errors';
import { createHttpServer } from '#platform/http';
import { createLog } from '#platform/log';
import { defineModule, defineOperation, operationCatalogue } from '#platform/operations';
import { testWorld } from '#platform/testing';
import { addMcpRoute } from './index.ts';

const world = await testWorld();
const explode = defineOperation({
  name: 'tests.explode',
  summary: 'Fails in a way that nobody expected.',
  kind: 'read',
  permission: 'tests:read',
  input: z.strictObject({}),
  run: async () => {
    throw new Error('password=hunter2');
  },
});
const plenty = defineOperation({
  name: 'tests.plenty',
  summary: 'Gives a list that is no object.',
  kind: 'read',
  permission: 'tests:read',
  input: z.strictObject({}),
  run: async () => [1, 2],
});
const tests = defineModule({ name: 'tests', summary: 'For tests.', needs: [], operations: [explode, plenty] });
const operations = operationCatalogue([identityModule, accountsModule, contactsModule, tests]);
const actors: Record<string, Actor> = {
  'Bearer admin': world.admin,
  'Bearer reader': world.actorWith('contacts:read'),
  'Bearer stranger': world.stranger,
};
let server: FastifyInstance;
let url = '';
const clients: Client[] = [];

beforeAll(async () => {
  const log = createLog({ level: 'silent' });
  server = await createHttpServer({ log, trustProxy: false, corsOrigins: [] });
  addMcpRoute(server, {
    ports: world.ports,
    operations: operations.values(),
    log,
    version: '1.2.3',
    origins: ['https://app.example.com'],
    authenticate: async (request) => {
      const actor = actors[request.headers.authorization ?? ''];
      if (!actor) throw new Problem('not_signed_in');
      return actor;
    },
  });
  url = `${await server.listen({ port: 0, host: '127.0.0.1' })}/mcp`;
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await server.close();
});

const modern = { versionNegotiation: { mode: { pin: '2026-07-28' } } } as const;

async function connect(key = 'admin', options: ConstructorParameters<typeof Client>[1] = modern): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' }, options);
  clients.push(client);
  const requestInit = { headers: { authorization: `Bearer ${key}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
  return client;
}

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of an answer
type Called = { isError: boolean; text: string; data: any; meta: Record<string, unknown> };

async function call(client: Client, name: string, input: Record<string, unknown> = {}, meta = {}): Promise<Called> {
  const result = await client.callTool({ name, arguments: input, _meta: meta });
  const texts = result.content.map((part) => (part.type === 'text' ? part.text : ''));
  return {
    isError: result.isError ?? false,
    text: texts.join('\n'),
    data: result.structuredContent,
    meta: result._meta ?? {},
  };
}

test.each([
  ['2026-07-28', modern, 'modern'],
  ['2025-11-25', {}, 'legacy'],
])('a client of %s lists tools, creates a contact and reads it', async (_version, options, era) => {
  const client = await connect('admin', options);
  expect(client.getProtocolEra()).toBe(era);
  expect(client.getServerVersion()).toMatchObject({ name: 'kith', version: '1.2.3' });
  expect(client.getInstructions()).toMatch(/CRM/);
  const { tools } = await client.listTools();
  expect(tools.map((tool) => tool.name)).toContain('contacts_create');
  const made = await call(client, 'contacts_create', { firstName: 'Ana', email: `ana@${era}.example.com` });
  expect(made).toMatchObject({ isError: false, data: { name: 'Ana', id: expect.stringMatching(/^ct_/) } });
  expect(JSON.parse(made.text.split('\n')[0] ?? '')).toEqual(made.data);
  const read = await call(client, 'contacts_get', { id: made.data.id });
  expect(read.data).toEqual(made.data);
});

test('the curated tools are few, described, and say whether they change anything', async () => {
  const { tools } = await (await connect()).listTools();
  const curated = [...operations.values()].filter((operation) => operation.tool && !operation.upload);
  expect(tools).toHaveLength(curated.length + 2);
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  expect(byName.get('contacts_list')).toMatchObject({
    description: 'Lists contacts, page by page, filtered, sorted and searched.',
    annotations: { readOnlyHint: true },
    inputSchema: { type: 'object', properties: { limit: { maximum: 200 } } },
  });
  expect(byName.get('contacts_create')?.annotations).toMatchObject({ readOnlyHint: false, destructiveHint: false });
  expect(byName.get('contacts_update')?.annotations).toMatchObject({ readOnlyHint: false, destructiveHint: true });
  for (const tool of tools) expect(tool.name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
});

test('tools that a key may not use are neither listed nor found, and refused when called', async () => {
  const client = await connect('reader');
  const names = (await client.listTools()).tools.map((tool) => tool.name);
  expect(names.sort()).toEqual(['contacts_get', 'contacts_list', 'run_operation', 'search_operations']);
  const found = await call(client, 'search_operations', { query: 'delete contacts' });
  expect(found.data.operations.filter((one: { changes: boolean }) => one.changes)).toEqual([]);
  const refused = await call(client, 'contacts_create', { firstName: 'No' });
  expect(refused).toMatchObject({ isError: true, data: { code: 'not_allowed' } });
  expect(refused.text).toMatch(/contacts:write/);
  const round = await call(client, 'run_operation', { name: 'contacts.delete', input: { id: 'ct_1' } });
  expect(round).toMatchObject({ isError: true, data: { code: 'not_allowed' } });
});

test('what has no tool of its own is found by words and run by its name', async () => {
  const client = await connect();
  const { id } = (await call(client, 'contacts_create', { firstName: 'Gone' })).data;
  const found = (await call(client, 'search_operations', { query: 'delete a contact', limit: 3 })).data.operations;
  const names = found.map((one: { name: string }) => one.name);
  expect(names).toContain('contacts.delete');
  expect(found[0].inputSchema.type).toBe('object');
  const gone = await call(client, 'run_operation', { name: 'contacts.delete', input: { id } });
  expect(gone).toMatchObject({ isError: false, meta: { 'kith.dev/changeSetId': expect.stringMatching(/^cs_/) } });
  expect(gone.text).toMatch(/^Done\..*change set cs_/s);
  expect(await call(client, 'contacts_get', { id })).toMatchObject({ isError: true, data: { code: 'not_found' } });
});

test('without words everything is listed by name; what takes a file is not there', async () => {
  const { operations: all } = (await call(await connect(), 'search_operations')).data;
  const callable = [...operations.values()].filter((operation) => !operation.upload);
  expect(all.map((one: { name: string }) => one.name).sort()).toEqual(callable.map((one) => one.name).sort());
});

test('a file is given as text', async () => {
  const client = await connect();
  await call(client, 'contacts_create', { firstName: 'Filed', city: 'Porto' });
  const input = { filter: { city: { eq: 'Porto' } } };
  const file = await call(client, 'run_operation', { name: 'contacts.export', input });
  expect(file).toMatchObject({ isError: false, text: expect.stringContaining('Filed') });
});

test('an answer that is no object is wrapped, and empty fields are left out', async () => {
  const client = await connect();
  expect((await call(client, 'run_operation', { name: 'tests.plenty' })).data).toEqual({ result: [1, 2] });
  const made = await call(client, 'contacts_create', { firstName: 'Sparse' });
  expect(Object.values(made.data)).not.toContain(null);
});

test('mistakes are told in words that a model can act on', async () => {
  const client = await connect();
  const wrong = await call(client, 'contacts_create', { firstNaem: 'Ana', email: 7 });
  expect(wrong).toMatchObject({ isError: true, data: { code: 'validation_failed' } });
  expect(wrong.text).toMatch(/firstNaem/);
  const field = await call(client, 'contacts_list', { filter: { citty: { eq: 'Berlin' } } });
  expect(field.text).toMatch(/Did you mean 'city'/);
  const operation = await call(client, 'run_operation', { name: 'contacts.remove' });
  expect(operation).toMatchObject({ isError: true, data: { code: 'not_found' } });
  expect((await call(client, 'run_operation', { name: 7 })).data).toMatchObject({ code: 'validation_failed' });
  await expect(client.callTool({ name: 'contacts_crate', arguments: {} })).rejects.toThrow(/contacts_create/);
});

test('an unexpected failure tells nothing of the inside', async () => {
  const failed = await call(await connect(), 'run_operation', { name: 'tests.explode' });
  expect(failed).toMatchObject({ isError: true, data: { code: 'internal_error' } });
  expect(JSON.stringify(failed)).not.toContain('hunter2');
});

test('a call that is repeated with its key has its effect once', async () => {
  const client = await connect();
  const meta = { 'kith.dev/idempotencyKey': 'once-1' };
  const [first, second] = [
    await call(client, 'contacts_create', { firstName: 'Once' }, meta),
    await call(client, 'contacts_create', { firstName: 'Once' }, meta),
  ];
  expect(second?.data).toEqual(first?.data);
});

test('another workspace sees nothing', async () => {
  const { id } = (await call(await connect(), 'contacts_create', { firstName: 'Secret' })).data;
  const stranger = await connect('stranger');
  expect(await call(stranger, 'contacts_get', { id })).toMatchObject({ isError: true, data: { code: 'not_found' } });
});

const post = (headers: Record<string, string>, body: string) =>
  fetch(url, {
    method: 'POST',
    headers: {
      authorization: 'Bearer admin',
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
    body,
  });
const list = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });

test('nobody comes in without a key; a cookie is none', async () => {
  const none = await fetch(url, { method: 'POST', headers: { cookie: 'kith_session=1' }, body: list });
  expect(none.status).toBe(401);
  expect(none.headers.get('www-authenticate')).toMatch(/^Bearer/);
  expect((await post({ authorization: 'Bearer wrong' }, list)).status).toBe(401);
});

test('a page from elsewhere is refused, ours and those that are named are not', async () => {
  expect((await post({ origin: 'https://evil.example' }, list)).status).toBe(403);
  expect((await post({ origin: 'null' }, list)).status).toBe(403);
  expect((await post({ origin: 'http://localhost:4000' }, list)).status).toBe(200);
  expect((await post({ origin: 'https://app.example.com' }, list)).status).toBe(200);
});

test.each([
  ['no JSON', {}, '{', 400],
  ['no JSON-RPC', {}, '{"hello":1}', 400],
  ['nothing', {}, '', 400],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=b', 415],
  ['five megabytes', {}, JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'x'.repeat(5 * 1024 * 1024) }), 413],
  [
    'a prototype',
    {},
    '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"__proto__","arguments":{"__proto__":1}}}',
    200,
  ],
])('%s is answered and the server lives on', async (_what, headers, body, status) => {
  expect((await post(headers as Record<string, string>, body)).status).toBe(status);
  expect((await post({}, list)).status).toBe(200);
});

test('there are no sessions to open or to end', async () => {
  const headers = { authorization: 'Bearer admin', accept: 'text/event-stream' };
  expect((await fetch(url, { headers })).status).toBe(405);
  expect((await fetch(url, { method: 'DELETE', headers })).status).toBe(405);
});
