import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { callerOf } from './call.ts';
import type { KithError } from './kith-error.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A server that answers one request after the other in these ways, and remembers what it was asked. */
async function serverOf(...answers: Answer[]) {
  const asked: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
    (answers[asked.length - 1] ?? answers.at(-1))?.(request, response, body);
  }).listen(0);
  await new Promise((resolve) => server.once('listening', resolve));
  afterAll(() => server.close());
  return { asked, baseUrl: `http://localhost:${(server.address() as AddressInfo).port}` };
}

const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

const create = { method: 'POST', path: '/contacts' } as const;

test('what stands in the path is escaped, and the rest goes where the server looks for it', async () => {
  const { asked, baseUrl } = await serverOf(json({}));
  const call = callerOf({ baseUrl, apiKey: 'kith_key' });
  await call({ method: 'GET', path: '/contacts/:id' }, { id: '../users?x=1', fields: ['name', 'email'], q: undefined });
  await call({ method: 'PATCH', path: '/contacts/:id' }, { id: 'ct_1', title: null }, { version: 3 });
  expect(asked[0]).toMatchObject({ method: 'GET', url: '/api/v1/contacts/..%2Fusers%3Fx%3D1?fields=name%2Cemail' });
  expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer kith_key' });
  expect(asked[1]).toMatchObject({ body: '{"title":null}', headers: { 'if-match': '"3"' } });
  await expect(call({ method: 'GET', path: '/contacts/:id' }, {})).rejects.toThrow("'id' is missing");
});

test('a write that was answered by nobody is repeated under the same key', async () => {
  const { asked, baseUrl } = await serverOf((request) => request.socket.destroy(), json({}, 503), json({ id: 'ct_1' }));
  expect(await callerOf({ baseUrl })(create, { firstName: 'Ana' })).toEqual({ id: 'ct_1' });
  const keys = asked.map((one) => one.headers['idempotency-key']);
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
});

test('two calls never share a key', async () => {
  const { asked, baseUrl } = await serverOf(json({}));
  const call = callerOf({ baseUrl });
  await Promise.all([call(create, {}), call(create, {})]);
  expect(asked[0]?.headers['idempotency-key']).not.toBe(asked[1]?.headers['idempotency-key']);
});

test('a refusal says what, why and where, and is not tried again', async () => {
  const problem = {
    status: 400,
    code: 'validation_failed',
    title: 'Mistakes',
    detail: 'email: is not one',
    instance: 'req1',
  };
  const { asked, baseUrl } = await serverOf(
    json({ ...problem, errors: [{ path: 'email', message: 'is not one' }] }, 400),
  );
  const error: KithError = await callerOf({ baseUrl })<never>(create, {}).catch((one: KithError) => one);
  expect(error).toMatchObject({
    ...{ status: 400, code: 'validation_failed', message: 'email: is not one' },
    requestId: 'req1',
  });
  expect(error.errors).toEqual([{ path: 'email', message: 'is not one' }]);
  expect(asked).toHaveLength(1);
});

test("a proxy's page is a refusal as well", async () => {
  const { baseUrl } = await serverOf((_request, response) => response.writeHead(413).end('<html>Too large</html>'));
  await expect(callerOf({ baseUrl })(create, {})).rejects.toMatchObject({ status: 413, code: 'unknown' });
});

test('a server that is not there is an error of its own', async () => {
  const socket = createSocket().listen(0);
  const { port } = socket.address() as AddressInfo;
  await new Promise((resolve) => socket.close(resolve));
  const call = callerOf({ baseUrl: `http://localhost:${port}`, retries: 1 });
  await expect(call(create, {})).rejects.toMatchObject({ status: 0, code: 'unreachable' });
});

test('a call that is called off ends at once, also while it waits to be tried again', async () => {
  const { baseUrl } = await serverOf(json({}, 503, { 'retry-after': '60' }));
  const signal = AbortSignal.timeout(50);
  await expect(callerOf({ baseUrl })(create, {}, { signal })).rejects.toMatchObject({ name: 'TimeoutError' });
});

test('whoever is signed out is told so once', async () => {
  const { baseUrl } = await serverOf(json({ code: 'not_signed_in' }, 401));
  let told = 0;
  const call = callerOf({ baseUrl, onSignedOut: () => (told += 1) });
  await expect(call(create, {})).rejects.toMatchObject({ status: 401 });
  expect(told).toBe(1);
});

test('fields go before the file, and what is not a text as JSON', async () => {
  const { asked, baseUrl } = await serverOf(json({ id: 'im_1' }, 202));
  const file = new File(['a,b\n1,2\n'], 'leads.csv', { type: 'text/csv' });
  await callerOf({ baseUrl })(
    { method: 'POST', path: '/imports', kind: 'form' },
    { file, mapping: { a: 'email' }, dryRun: true },
  );
  const { headers, body } = asked[0] ?? { headers: {}, body: '' };
  expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  expect(body.indexOf('{"a":"email"}')).toBeGreaterThan(0);
  expect(body.indexOf('leads.csv')).toBeGreaterThan(body.indexOf('name="dryRun"'));
});
