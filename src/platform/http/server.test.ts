import { afterAll, expect, test } from 'vitest';
import { Problem } from '#platform/errors';
import { createLog } from '#platform/log';
import { createHttpServer } from './index.ts';

const server = await createHttpServer({
  log: createLog({ level: 'silent' }),
  trustProxy: false,
  corsOrigins: ['https://friend.example'],
});
server.get('/broken', async () => {
  throw new Error('password=hunter2');
});
server.get('/refused', async () => {
  throw new Problem('not_allowed', { detail: 'Ask an administrator.' });
});
server.post('/echo', async (request) => request.body);
server.get('/long', async () => ({ text: 'x'.repeat(5000) }));
afterAll(() => server.close());

const ask = (url: string, options: object = {}) => server.inject({ url, ...options });

test('a refusal is problem+json that says what to do', async () => {
  const answer = await ask('/refused');
  expect(answer.statusCode).toBe(403);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json()).toMatchObject({ code: 'not_allowed', detail: 'Ask an administrator.' });
});

test('a mistake of our own tells nothing of the inside', async () => {
  const answer = await ask('/broken');
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain('hunter2');
});

test.each([
  ['/nothing', 404],
  ['/%zz', 400],
])('%s is answered as a problem with status %i', async (url, status) => {
  const answer = await ask(url);
  expect(answer.statusCode).toBe(status);
  expect(answer.headers['content-type']).toContain('application/problem+json');
});

test.each([
  ['not JSON', '{"a":', 'application/json', 400],
  ['a poisoned prototype', '{"__proto__":{"admin":true}}', 'application/json', 400],
  ['another kind of content', '<a/>', 'application/xml', 415],
  ['more than 10 MB', `"${'x'.repeat(11 * 1024 * 1024)}"`, 'application/json', 413],
])('a body that is %s is refused and the server lives on', async (_what, payload, type, status) => {
  const answer = await ask('/echo', { method: 'POST', payload, headers: { 'content-type': type } });
  expect(answer.statusCode).toBe(status);
  expect((await ask('/long')).statusCode).toBe(200);
});

test('JSON that is announced and does not come is no body', async () => {
  const headers = { 'content-type': 'application/json' };
  const answer = await ask('/echo', { method: 'POST', headers });
  expect([answer.statusCode, answer.body]).toEqual([200, '']);
  expect((await ask('/echo', { method: 'POST', headers, payload: '{"a":1}' })).json()).toEqual({ a: 1 });
});

test.each(['br', 'gzip'])('answers over 1 KB are compressed by %s', async (encoding) => {
  expect((await ask('/long', { headers: { 'accept-encoding': encoding } })).headers['content-encoding']).toBe(encoding);
});

test('only listed origins may call from a browser', async () => {
  const allowed = async (origin: string) =>
    (await ask('/long', { headers: { origin } })).headers['access-control-allow-origin'];
  expect(await allowed('https://friend.example')).toBe('https://friend.example');
  expect(await allowed('https://evil.example')).toBeUndefined();
});
