import { createHmac, createPublicKey, generateKeyPairSync, type JsonWebKey, type KeyObject, sign } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { frozenClock } from '#platform/clock';
import { sql } from '#platform/database';
import { testWorld } from '#platform/testing';
import { publishedKeys, readAccessToken } from './access-tokens.ts';
import { authenticate } from './authenticate.ts';
import { personIn, signedIn } from './people.fixture.ts';

const clock = frozenClock('2026-11-21T10:00:00Z');
const world = await testWorld({ clock });
const refused = { code: 'not_signed_in', status: 401 };

type Part = Record<string, unknown>;
const encoded = (part: Part) => Buffer.from(JSON.stringify(part)).toString('base64url');
const decoded = (text = ''): Part => JSON.parse(Buffer.from(text, 'base64url').toString());

let token = '';
let header: Part = {};
let payload: Part = {};
/** Another pair of keys, which somebody else has made. */
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
let ownPrivate: KeyObject;

beforeAll(async () => {
  ({ token } = await signedIn(world, await personIn(world, 'rep')));
  const [first, second] = token.split('.');
  [header, payload] = [decoded(first), decoded(second)];
  ownPrivate = await plantKey();
});

/** A key of ours whose private half the test knows, as a token that is wrong in one thing only needs. */
async function plantKey(): Promise<KeyObject> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'planted', alg: 'RS256', use: 'sig' };
  await world.database.system.rows(sql`insert into signing_keys (id, public_key, sealed, wrapped_key, created_at)
    select 'planted', ${JSON.stringify(jwk)}::jsonb, sealed, wrapped_key, created_at - interval '1 day' from signing_keys`);
  clock.advance(6000);
  return privateKey;
}

function signed(claims: Part = {}, head: Part = {}, key: KeyObject = ownPrivate): string {
  const nowSeconds = Math.floor(clock.now().getTime() / 1000);
  const times = { iat: nowSeconds, exp: nowSeconds + 600 };
  const text = `${encoded({ ...header, kid: 'planted', ...head })}.${encoded({ ...payload, ...times, ...claims })}`;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

const refuses = (wrong: string) => expect(authenticate(world.ports, { bearer: wrong })).rejects.toMatchObject(refused);

test('a token says whose session it is, and anybody can check it with the published keys', async () => {
  expect(header).toMatchObject({ alg: 'RS256', typ: 'at+jwt' });
  expect(payload).toMatchObject({ iss: 'kith', aud: 'kith-api', wid: world.workspaceId });
  expect(Number(payload.exp) - Number(payload.iat)).toBe(900);
  const { keys } = await publishedKeys(world.ports);
  expect(keys.find(({ kid }) => kid === header.kid)).toMatchObject({ kty: 'RSA', alg: 'RS256', use: 'sig' });
  for (const key of keys)
    expect(Object.keys(key).filter((name) => 'd p q dp dq qi'.split(' ').includes(name))).toEqual([]);
});

test('a token that we have signed ourselves with another key of ours is good: the test can tell wrong from right', async () => {
  expect((await authenticate(world.ports, { bearer: signed() })).role).toBe('rep');
});

test.each(['none', 'None', 'NONE', 'nOnE'])('alg %s is refused, with a signature and without', async (alg) => {
  const text = `${encoded({ ...header, alg })}.${encoded(payload)}`;
  for (const wrong of [`${text}.`, `${text}.${token.split('.')[2]}`, signed({}, { alg })]) await refuses(wrong);
});

test('the public key is no secret to sign with (RS256 to HS256)', async () => {
  const { keys } = await publishedKeys(world.ports);
  const [{ n = '', kid = '' } = {}] = keys as { n?: string; kid?: string }[];
  const pem = createPublicKey({ key: keys[0] as JsonWebKey, format: 'jwk' })
    .export({ type: 'spki', format: 'pem' })
    .toString();
  for (const secret of [JSON.stringify(keys[0]), n, pem, ''])
    for (const alg of ['HS256', 'HS512', 'RS256']) {
      const text = `${encoded({ ...header, alg, kid })}.${encoded(payload)}`;
      await refuses(`${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`);
    }
});

test('the header cannot say where the key is: by path, by address, by itself', async () => {
  const jwk = foreign.publicKey.export({ format: 'jwk' });
  const heads: Part[] = [
    ...['../../../dev/null', '/dev/null', "' or 1=1 --", '', '__proto__', 'constructor'].map((kid) => ({ kid })),
    { kid: undefined },
    { jku: 'https://evil.example/jwks.json' },
    { x5u: 'https://evil.example/cert.pem' },
    { jwk },
    { x5c: ['MIIB'] },
    { crit: ['exp'], exp: 1 },
    { b64: false, crit: ['b64'] },
  ];
  for (const head of heads) await refuses(signed({}, head, foreign.privateKey));
  for (const kid of ['planted\u0000', '../planted', 'PLANTED']) await refuses(signed({}, { kid }));
});

test.each([
  ['of another audience', { aud: 'kith-mobile' }],
  ['for several audiences, none of them ours', { aud: ['a', 'b'] }],
  ['of another issuer', { iss: 'https://evil.example' }],
  ['without an end', { exp: undefined }],
  ['with an end far away', { exp: 4_102_444_800, iat: 1 }],
  ['without a session', { sid: undefined }],
  ['of another user', { sub: '0192f1c3-d4e5-7600-8192-0a0b0c0d0e0f' }],
  ['not good yet', { nbf: 4_102_444_800 }],
  ['with words for numbers', { exp: 'tomorrow' }],
])('a token %s is refused', async (_, claims) => refuses(signed(claims)));

test('a token of another type is refused: an identity is no key to the API', async () => {
  for (const typ of ['JWT', 'id+jwt', undefined]) await refuses(signed({}, { typ }));
});

test('clocks may differ by five seconds, not more', async () => {
  const nowSeconds = Math.floor(clock.now().getTime() / 1000);
  expect(await readAccessToken(world.ports, signed({ iat: nowSeconds + 4 }))).toBeDefined();
  expect(await readAccessToken(world.ports, signed({ iat: nowSeconds + 60 }))).toBeUndefined();
  await refuses(signed({ exp: nowSeconds - 1 }));
});

test('a changed letter anywhere breaks it, and so does anything that is no token', async () => {
  for (const at of [2, 10, header.kid ? 40 : 0, 150, 300, token.length - 30]) {
    const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
    await refuses(changed);
  }
  for (const wrong of ['eyJ.eyJ.x', `${token}.x`, `${token}=`, `${token}\n`, `eyJ${'a'.repeat(5000)}.b.c`])
    await refuses(wrong);
});

test('a token ends after fifteen minutes, though its session lives', async () => {
  const { token: fresh } = await signedIn(world, await personIn(world, 'rep'));
  clock.advance(15 * 60_000 - 1);
  await authenticate(world.ports, { session: fresh });
  clock.advance(1);
  await expect(authenticate(world.ports, { session: fresh })).rejects.toMatchObject(refused);
});

test('a new key comes every ninety days, and what the old one signed stays good', async () => {
  const before = (await publishedKeys(world.ports)).keys.length;
  clock.advance(90 * 24 * 60 * 60_000);
  const { token: fresh } = await signedIn(world, await personIn(world, 'rep'));
  expect(decoded(fresh.split('.')[0]).kid).not.toBe(header.kid);
  expect((await publishedKeys(world.ports)).keys).toHaveLength(before + 1);
  await authenticate(world.ports, { session: fresh });
});

test('the private half is sealed', async () => {
  const rows = await world.database.system.rows<{ sealed: Buffer }>(sql`select sealed from signing_keys`);
  for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toMatch(/PRIVATE KEY|MII/);
});
