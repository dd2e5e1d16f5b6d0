import { afterAll, expect, test } from 'vitest';
import { createWorkspace, identityModule, newSignInLink } from '#domain/identity';
import { frozenClock } from '#platform/clock';
import { createHttpServer } from '#platform/http';
import { LocalSpending } from '#platform/limits';
import { createLog } from '#platform/log';
import { execute } from '#platform/operations';
import { testWorld } from '#platform/testing';
import { authenticateRequests } from './authenticate.ts';
import { limitRequests } from './limits.ts';
import { addOperationRoutes } from './routes.ts';
import { addSessionRoutes } from './session.ts';

const clock = frozenClock(new Date());
const world = await testWorld({ clock, ports: { identity: { baseUrl: 'https://crm.example.com' } } });
const { ports } = world;
const house = await createWorkspace(ports, 'House', { email: 'ada@example.com', name: 'Ada' });
const operations = identityModule.operations ?? [];
const server = await createHttpServer({ log: createLog({ level: 'silent' }), trustProxy: false, corsOrigins: [] });
const spending = new LocalSpending('token-bucket');
const limiter = limitRequests(server, { clock, spending, programs: { key: 100, plan: undefined } });
addOperationRoutes(server, { ports, operations, authenticate: authenticateRequests({ ports, limiter }) });
addSessionRoutes(server, { ports, limiter });
afterAll(() => server.close());

async function keyWith(requestsPerMinute?: number): Promise<string> {
  const create = operations.find(({ name }) => name === 'apiKeys.create');
  if (!create) throw new Error('There is no operation apiKeys.create.');
  const input = { name: 'n8n', role: 'rep', ...(requestsPerMinute ? { requestsPerMinute } : {}) };
  const call = { actor: world.admin, surface: 'test', requestId: 'r' };
  return ((await execute(ports, create, input, call)).output as { key: string }).key;
}

const get = (key: string) =>
  server.inject({ method: 'GET', url: '/api/v1/session', headers: { authorization: `Bearer ${key}` } });

test('each answer tells what is left; who sends more is refused and told how long to wait', async () => {
  const key = await keyWith(3);
  const answers = [await get(key), await get(key), await get(key)];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  expect(answers.map(({ headers }) => headers['ratelimit-remaining'])).toEqual(['2', '1', '0']);
  expect(answers[0]?.headers).toMatchObject({
    'ratelimit-policy': '"key";q=3;w=60, "client";q=100000;w=3600',
    ratelimit: '"key";r=2;t=20',
  });
  const refused = await get(key);
  expect(refused.statusCode).toBe(429);
  expect(refused.headers).toMatchObject({ 'retry-after': '20', 'ratelimit-limit': '3', 'ratelimit-remaining': '0' });
  expect(refused.json()).toMatchObject({
    code: 'rate_limited',
    detail: expect.stringContaining('3 requests a minute'),
  });
  clock.advance(20_000);
  expect((await get(key)).statusCode).toBe(200);
});

test('one key does not use up what another has, and a key without a limit of its own has 100 a minute', async () => {
  const [small, other] = [await keyWith(1), await keyWith()];
  await get(small);
  expect((await get(small)).statusCode).toBe(429);
  expect((await get(other)).headers).toMatchObject({ 'ratelimit-limit': '100', 'ratelimit-remaining': '99' });
});

test('a limit that is none is refused', async () => {
  for (const wrong of [0.5, -1, 2_000_000])
    await expect(keyWith(wrong)).rejects.toMatchObject({ code: 'validation_failed' });
});

const strangerFrom = (remoteAddress: string, headers: Record<string, string> = {}) =>
  server.inject({ method: 'GET', url: '/api/v1/session', headers, remoteAddress });

test('who shows nothing, or something wrong, has 1,000 requests an hour, however the key is guessed', async () => {
  for (let n = 0; n < 1000; n++) {
    const guess = n % 2 ? { authorization: `Bearer kith_${String(n).padStart(43, 'x')}` } : {};
    expect((await strangerFrom('192.0.2.7', guess)).statusCode).toBe(401);
  }
  const refused = await strangerFrom('192.0.2.7');
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '4']);
  expect(refused.headers['ratelimit-policy']).toBe('"anonymous";q=1000;w=3600');
  expect((await strangerFrom('192.0.2.8')).statusCode).toBe(401);
  const signIn = { method: 'POST', url: '/api/v1/auth/login', payload: { email: 'a@b.c', password: 'x' } } as const;
  expect((await server.inject({ ...signIn, remoteAddress: '192.0.2.7' })).statusCode).toBe(429);
  // A key that is right is nobody's guess.
  const headers = { authorization: `Bearer ${await keyWith()}` };
  expect((await strangerFrom('192.0.2.7', headers)).statusCode).toBe(200);
});

test('a person has 10,000 requests an hour', async () => {
  const { url } = await newSignInLink(ports, undefined, house.publicId);
  const token = new URL(url).searchParams.get('token');
  const signIn = { method: 'POST', url: '/api/v1/session/link', payload: { token, tokens: true } } as const;
  const { accessToken } = (await server.inject({ ...signIn, remoteAddress: '192.0.2.9' })).json();
  const answer = await get(accessToken);
  expect(answer.headers).toMatchObject({ 'ratelimit-policy': '"user";q=10000;w=3600', 'ratelimit-remaining': '9999' });
});

test('a plan holds for all keys of a workspace together, and raises what each may send', async () => {
  const planned = await createHttpServer({ log: createLog({ level: 'silent' }), trustProxy: false, corsOrigins: [] });
  const ofPlan = limitRequests(planned, {
    clock,
    spending: new LocalSpending('sliding-window'),
    programs: { key: 2, plan: 3 },
  });
  addOperationRoutes(planned, { ports, operations, authenticate: authenticateRequests({ ports, limiter: ofPlan }) });
  const [one, other] = [await keyWith(), await keyWith()];
  const from = (key: string) =>
    planned.inject({ method: 'GET', url: '/api/v1/session', headers: { authorization: `Bearer ${key}` } });
  expect((await from(one)).headers['ratelimit-policy']).toBe(
    '"key";q=3;w=60, "plan";q=3;w=60, "client";q=100000;w=3600',
  );
  expect([(await from(one)).statusCode, (await from(other)).statusCode]).toEqual([200, 200]);
  const refused = await from(other);
  expect(refused.statusCode).toBe(429);
  expect(refused.json().detail).toContain('All keys of this workspace together may send 3 requests a minute');
  await planned.close();
});
