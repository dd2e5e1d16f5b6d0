import { afterAll, expect, test } from 'vitest';
import { createKey, createWorkspace, identityModule, newSignInLink } from '#domain/identity';
import { createHttpServer } from '#platform/http';
import { createLog } from '#platform/log';
import { testWorld } from '#platform/testing';
import { authenticateRequests } from './authenticate.ts';
import { addOperationRoutes } from './routes.ts';
import { addSessionRoutes } from './session.ts';

const world = await testWorld({ ports: { identity: { baseUrl: 'https://crm.example.com' } } });
const { ports } = world;
const workspace = await createWorkspace(ports, 'House', { email: 'ada@example.com', name: 'Ada' });
const server = await createHttpServer({ log: createLog({ level: 'silent' }), trustProxy: true, corsOrigins: [] });
addSessionRoutes(server, { ports });
addOperationRoutes(server, {
  ports,
  operations: identityModule.operations ?? [],
  authenticate: authenticateRequests({ ports }),
});
afterAll(() => server.close());

const host = { host: 'kith.local:4000' };
const own = { ...host, 'sec-fetch-site': 'same-origin' };
const foreign = { ...host, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };

type Headers = Record<string, string>;
const send = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, headers: Headers = {}, body?: unknown) =>
  server.inject({
    method,
    url: `/api/v1${path}`,
    headers: { ...host, ...headers },
    ...(body === undefined ? {} : { payload: body as object }),
  });

async function newToken(): Promise<string> {
  const { url } = await newSignInLink(ports, undefined, workspace.publicId);
  return new URL(url).searchParams.get('token') ?? '';
}

/** What a browser sends back. */
function cookiesOf({ headers }: { headers: Record<string, unknown> }): string {
  return [headers['set-cookie']]
    .flat()
    .map((one) => String(one).split(';')[0])
    .join('; ');
}

async function cookie(headers: Headers = own): Promise<string> {
  const answer = await send('POST', '/session/link', headers, { token: await newToken() });
  expect(answer.statusCode).toBe(200);
  return cookiesOf(answer);
}

test('a link sets a cookie that no script reads and no other site sends, and the session answers', async () => {
  const answer = await send('POST', '/session/link', own, { token: await newToken() });
  expect(answer.headers['set-cookie']).toEqual([
    expect.stringMatching(/^kith_session=eyJ[\w.-]+; Max-Age=900; Path=\/; HttpOnly; SameSite=Lax$/),
    expect.stringMatching(/^kith_refresh=kithr_[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/),
  ]);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.json()).toMatchObject({
    user: { name: 'Ada', role: 'admin' },
    workspace: { name: 'House' },
    permissions: ['*'],
  });
  const session = cookiesOf(answer);
  expect((await send('GET', '/session', { cookie: session })).json()).toEqual(answer.json());
});

test('over https the cookie is for https alone', async () => {
  const answer = await send(
    'POST',
    '/session/link',
    { ...own, 'x-forwarded-proto': 'https' },
    { token: await newToken() },
  );
  for (const one of [answer.headers['set-cookie']].flat())
    expect(one).toMatch(/^__Host-kith_\w+=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
});

test('a used link is 401 as problem+json, and sets nothing', async () => {
  const token = await newToken();
  await send('POST', '/session/link', own, { token });
  const again = await send('POST', '/session/link', own, { token });
  expect([again.statusCode, again.headers['set-cookie'], again.headers['content-type']]).toEqual([
    401,
    undefined,
    'application/problem+json; charset=utf-8',
  ]);
});

test('a password set in the profile signs in; a wrong one and an unknown address get one answer', async () => {
  const patch = await send(
    'PATCH',
    '/profile',
    { ...own, cookie: await cookie() },
    { newPassword: 'correct horse battery' },
  );
  expect(patch.statusCode).toBe(200);
  const right = await send('POST', '/session', own, { email: 'ADA@example.com', password: 'correct horse battery' });
  expect(right.statusCode).toBe(200);
  const answers = await Promise.all([
    send('POST', '/session', own, { email: 'ada@example.com', password: 'wrong' }),
    send('POST', '/session', own, { email: 'nobody@example.com', password: 'wrong' }),
  ]);
  const [one, two] = answers.map((answer) => ({ status: answer.statusCode, ...answer.json(), instance: undefined }));
  expect(one).toEqual(two);
  expect(one?.status).toBe(401);
});

test('bad bodies are refused before anything is computed', async () => {
  const bad: [string, unknown][] = [
    ['/session', {}],
    ['/session', { email: 'a@b.c', password: 'x'.repeat(1001) }],
    ['/session', { email: 'a@b.c', password: ['x'] }],
    ['/session', { email: 'a@b.c', password: 'x', role: 'admin' }],
    ['/session', { email: 'x'.repeat(400), password: 'x' }],
    ['/session/link', {}],
    ['/session/link', { token: 7 }],
    ['/session/link', { token: 'x'.repeat(201) }],
  ];
  for (const [path, body] of bad) expect((await send('POST', path, own, body)).statusCode).toBe(400);
  const text = await server.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { ...own, 'content-type': 'text/plain' },
    payload: '{"email":"a","password":"b"}',
  });
  expect([400, 415]).toContain(text.statusCode);
});

test('signing out ends the session and takes the cookie away', async () => {
  const session = await cookie();
  const out = await send('DELETE', '/session', { ...own, cookie: session });
  expect([out.statusCode, String(out.headers['set-cookie'])]).toEqual([
    204,
    expect.stringMatching(/^kith_session=;.*1970/),
  ]);
  expect((await send('GET', '/session', { cookie: session })).statusCode).toBe(401);
  expect((await send('DELETE', '/session', own)).statusCode).toBe(204);
});

test('the page of somebody else cannot write, sign in or sign out with the cookie', async () => {
  const session = await cookie();
  for (const headers of [
    foreign,
    { ...host, 'sec-fetch-site': 'same-site' },
    host,
    { ...host, origin: 'null' },
    { ...host, origin: 'http://kith.local:4001' },
    { ...host, origin: 'http://kith.local:4000.evil.example' },
  ]) {
    expect((await send('PATCH', '/profile', { ...headers, cookie: session }, { name: 'Eve' })).statusCode).toBe(403);
    expect((await send('DELETE', '/session', { ...headers, cookie: session })).statusCode).toBe(403);
  }
  expect((await send('POST', '/session/link', foreign, { token: await newToken() })).statusCode).toBe(403);
  expect((await send('GET', '/session', { cookie: session })).statusCode).toBe(200);
});

test('our own page writes: by Sec-Fetch-Site, by Origin, and by the base URL behind a proxy', async () => {
  const session = await cookie();
  for (const headers of [
    own,
    { 'sec-fetch-site': 'none' },
    { origin: 'http://kith.local:4000' },
    { origin: 'https://crm.example.com' },
  ])
    expect((await send('PATCH', '/profile', { ...headers, cookie: session }, { name: 'Ada' })).statusCode).toBe(200);
});

test('a key needs no page, and goes before the cookie', async () => {
  const { key } = await createKey(ports, { name: 'Robot', role: 'admin', workspaceId: workspace.publicId });
  const made = await send(
    'POST',
    '/users',
    { authorization: `Bearer ${key}`, ...foreign },
    { email: 'robot-made@example.com' },
  );
  expect(made.statusCode).toBe(201);
  expect(
    (await send('GET', '/session', { authorization: `Bearer ${key}`, cookie: await cookie() })).json().user.name,
  ).toBe('Robot');
  expect((await send('GET', '/session', { authorization: 'Bearer kith_x', cookie: await cookie() })).statusCode).toBe(
    401,
  );
  expect((await send('GET', '/session', { authorization: 'Basic eDp5', cookie: await cookie() })).statusCode).toBe(200);
});

test('a planted session is not taken over: signing in ends it', async () => {
  const planted = await cookie();
  const answer = await send('POST', '/session/link', { ...own, cookie: planted }, { token: await newToken() });
  expect(cookiesOf(answer)).not.toContain(planted);
  expect((await send('GET', '/session', { cookie: planted })).statusCode).toBe(401);
  const invented = await send('GET', '/session', {
    cookie: `kith_session=eyJ${'a'.repeat(43)}.b.c; kith_refresh=kithr_${'a'.repeat(43)}`,
  });
  expect(invented.statusCode).toBe(401);
});

test('strange cookies and headers are 401 and nothing worse', async () => {
  for (const headers of [
    { cookie: 'kith_session=' },
    { cookie: 'kith_session=%00' },
    { cookie: 'kith_session=%E0%A4%A' },
    { cookie: `kith_session=${'x'.repeat(4000)}` },
    { authorization: 'Bearer ' },
    { authorization: 'Bearer' },
    { authorization: `Bearer ${'x'.repeat(8000)}` },
    {},
  ] as Headers[])
    expect((await send('GET', '/session', headers)).statusCode).toBe(401);
});

test('after failures it says how long to wait', async () => {
  for (let i = 0; i < 5; i++)
    await send(
      'POST',
      '/session',
      { ...own, 'x-forwarded-for': '203.0.113.9' },
      { email: 'slow@example.com', password: 'x' },
    );
  const answer = await send(
    'POST',
    '/session',
    { ...own, 'x-forwarded-for': '203.0.113.10' },
    { email: 'slow@example.com', password: 'x' },
  );
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '1']);
});

test('the names that everybody knows sign in, refresh and sign out', async () => {
  await send(
    'PATCH',
    '/profile',
    { ...own, cookie: await cookie() },
    { newPassword: 'correct horse battery', oldPassword: 'correct horse battery' },
  );
  const signedIn = await send('POST', '/auth/login', own, {
    email: 'ada@example.com',
    password: 'correct horse battery',
  });
  expect(signedIn.statusCode).toBe(200);
  const refreshed = await send('POST', '/auth/refresh', { ...own, cookie: cookiesOf(signedIn) });
  expect(refreshed.json()).toEqual(signedIn.json());
  expect(cookiesOf(refreshed)).not.toBe(cookiesOf(signedIn));
  const out = await send('POST', '/auth/logout', { ...own, cookie: cookiesOf(refreshed) });
  expect(out.statusCode).toBe(204);
  expect((await send('GET', '/session', { cookie: cookiesOf(refreshed) })).statusCode).toBe(401);
  expect((await send('POST', '/auth/refresh', { ...own, cookie: cookiesOf(refreshed) })).statusCode).toBe(401);
});

test('a program keeps the tokens itself, and sets no cookie', async () => {
  const signedIn = await send(
    'POST',
    '/auth/login',
    {},
    { email: 'ada@example.com', password: 'correct horse battery', tokens: true },
  );
  const { accessToken, refreshToken } = signedIn.json();
  expect(signedIn.json()).toMatchObject({ tokenType: 'Bearer', expiresIn: 900 });
  expect(signedIn.headers['set-cookie']).toBeUndefined();
  const asBearer = { authorization: `Bearer ${accessToken}` };
  expect((await send('PATCH', '/profile', asBearer, { name: 'Ada' })).statusCode).toBe(200);
  const refreshed = await send('POST', '/auth/refresh', {}, { refreshToken });
  expect(refreshed.headers['set-cookie']).toBeUndefined();
  await send('POST', '/auth/logout', {}, { refreshToken: refreshed.json().refreshToken });
  expect((await send('GET', '/session', asBearer)).statusCode).toBe(401);
});

test('a browser whose access token is over is renewed on the way, not by the page of somebody else', async () => {
  const cookies = await cookie();
  const refreshOnly = cookies.split('; ')[1] ?? '';
  expect((await send('PATCH', '/profile', { ...foreign, cookie: refreshOnly }, { name: 'Eve' })).statusCode).toBe(403);
  const answer = await send('PATCH', '/profile', { ...own, cookie: refreshOnly }, { name: 'Ada' });
  expect(answer.statusCode).toBe(200);
  expect((await send('GET', '/session', { cookie: cookiesOf(answer) })).statusCode).toBe(200);
});

test('over https a cookie that a neighbour under the same domain has planted is not looked at', async () => {
  const https = { 'x-forwarded-proto': 'https' };
  const planted = await cookie();
  expect((await send('GET', '/session', { ...https, cookie: planted })).statusCode).toBe(401);
  const own2 = await cookie({ ...own, ...https });
  expect((await send('GET', '/session', { ...https, cookie: `${planted}; ${own2}` })).statusCode).toBe(200);
});

test('the keys of access tokens are published, the private halves are not', async () => {
  const answer = await server.inject({ url: '/.well-known/jwks.json' });
  expect(answer.headers['content-type']).toContain('application/jwk-set+json');
  expect(answer.json().keys.map((key: object) => Object.keys(key).sort())).toEqual([
    ['alg', 'e', 'kid', 'kty', 'n', 'use'],
  ]);
});
