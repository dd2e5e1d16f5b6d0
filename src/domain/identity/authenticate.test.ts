import { expect, test } from 'vitest';
import { frozenClock } from '#platform/clock';
import { hashToken, newToken } from '#platform/crypto';
import { build, sql } from '#platform/database';
import { testWorld } from '#platform/testing';
import { authenticate, authenticateAgain } from './authenticate.ts';
import { createApiKey } from './operations/keys/create-api-key.ts';
import { revokeApiKey } from './operations/keys/revoke-api-key.ts';
import { updateSettings } from './operations/update-settings.ts';
import { updateUser } from './operations/update-user.ts';
import { origin, personIn, signedIn } from './people.fixture.ts';
import { refresh, signOut } from './session-tokens.ts';
import { signInByLink } from './sign-in.ts';

const clock = frozenClock('2026-11-21T10:00:00Z');
const world = await testWorld({ clock });
const refused = { code: 'not_signed_in', status: 401 };
const makeKey = (input = {}) => world.run(createApiKey, { name: 'Robot', role: 'rep', ...input });
/** How often a credential was looked up meanwhile. */
const countLookUps = async (work: () => Promise<unknown>) => {
  const { system } = world.database;
  let count = 0;
  const first: typeof system.first = (query) => {
    if (query.compile(build).sql.includes('resolve_credential')) count += 1;
    return system.first(query);
  };
  world.database.system = { ...system, first };
  await work();
  world.database.system = system;
  return count;
};

test('a key acts as the service account that it is', async () => {
  const { key, id } = await makeKey({ scopes: ['contacts:read', 'users:write'] });
  const actor = await authenticate(world.ports, { bearer: key });
  expect(actor).toMatchObject({ type: 'key', name: 'Robot', role: 'rep', workspaceId: world.workspaceId });
  expect([...actor.permissions].sort()).toEqual(['contacts:read', 'session:read']);
  expect(`ak_${actor.id.replaceAll('-', '')}`).toBe(id);
});

test('nothing, guesses and tokens of another kind are refused', async () => {
  const person = await personIn(world, 'rep');
  const { token } = await signedIn(world, person);
  await expect(authenticate(world.ports, {})).rejects.toMatchObject(refused);
  for (const bearer of ['', 'x', 'kith_', newToken('kith_'), `kith_${'\u0000'.repeat(43)}`, 'k'.repeat(1_000_000)])
    await expect(authenticate(world.ports, { bearer })).rejects.toMatchObject(refused);
  const { key } = await makeKey();
  for (const session of ['', newToken('kithr_'), key, `${token}x`, token.slice(0, -8)])
    await expect(authenticate(world.ports, { session })).rejects.toMatchObject(refused);
});

test('a wrong key is refused even beside a good session', async () => {
  const { token } = await signedIn(world, await personIn(world, 'admin'));
  await expect(authenticate(world.ports, { bearer: newToken('kith_'), session: token })).rejects.toMatchObject(refused);
});

test('a thousand requests at once look a key up once, and again after five seconds', async () => {
  const { key } = await makeKey();
  const ask = () => Promise.all(Array.from({ length: 1000 }, () => authenticate(world.ports, { bearer: key })));
  expect(await countLookUps(ask)).toBe(1);
  clock.advance(4999);
  expect(await countLookUps(ask)).toBe(0);
  clock.advance(2);
  expect(await countLookUps(ask)).toBe(1);
});

test('a key that is revoked stops at once here, and within five seconds where only the database knows', async () => {
  const [here, there] = [await makeKey(), await makeKey()];
  for (const { key } of [here, there]) await authenticate(world.ports, { bearer: key });
  await world.run(revokeApiKey, { id: here.id });
  await expect(authenticate(world.ports, { bearer: here.key })).rejects.toMatchObject(refused);
  await authenticate(world.ports, { bearer: there.key });
  await world.database.write(world.workspaceId, async (tx) =>
    tx.send(sql`update api_keys set revoked_at = now() where key_hash = ${hashToken(there.key)}`),
  );
  clock.advance(5001);
  await expect(authenticate(world.ports, { bearer: there.key })).rejects.toMatchObject(refused);
});

test('a key expires on the millisecond, believed or not', async () => {
  const { key } = await makeKey({ expiresAt: new Date(clock.now().getTime() + 2000).toISOString() });
  await authenticate(world.ports, { bearer: key });
  clock.advance(2000);
  await expect(authenticate(world.ports, { bearer: key })).rejects.toMatchObject(refused);
});

test('the use of a key is noted at most once a minute', async () => {
  const { key } = await makeKey();
  const usedAt = async () => {
    await authenticate(world.ports, { bearer: key });
    const row = await world.database
      .reader(world.workspaceId)
      .first(sql<{ at: Date }>`select last_used_at as at from api_keys where key_hash = ${hashToken(key)}`);
    return row?.at.getTime();
  };
  const first = await usedAt();
  expect(first).toBe(clock.now().getTime());
  clock.advance(30_000);
  expect(await usedAt()).toBe(first);
  clock.advance(31_000);
  expect(await usedAt()).toBe(clock.now().getTime());
});

test('a live session ends when its user is disabled, and works no more when they are enabled again', async () => {
  const person = await personIn(world, 'rep');
  const { token } = await signedIn(world, person);
  await world.run(updateUser, { id: person.publicId, disabled: true });
  await expect(authenticate(world.ports, { session: token })).rejects.toMatchObject(refused);
  await world.run(updateUser, { id: person.publicId, disabled: false });
  await expect(authenticate(world.ports, { session: token })).rejects.toMatchObject(refused);
});

test('a changed role holds for the next request', async () => {
  const person = await personIn(world, 'manager');
  const { token } = await signedIn(world, person);
  await world.run(updateUser, { id: person.publicId, role: 'rep' });
  const actor = await authenticate(world.ports, { session: token });
  expect([actor.role, actor.permissions.has('users:read')]).toEqual(['rep', false]);
});

const minute = 60_000;
const day = 24 * 60 * minute;

test('a session lives while it is used; half an hour without use ends it', async () => {
  const [idle, busy] = [
    await signedIn(world, await personIn(world, 'rep')),
    await signedIn(world, await personIn(world, 'rep')),
  ];
  clock.advance(29 * minute);
  const next = await refresh(world.ports, busy.refreshToken, 'test');
  await authenticate(world.ports, { session: next.token });
  clock.advance(minute);
  await expect(refresh(world.ports, idle.refreshToken, 'test')).rejects.toMatchObject(refused);
  clock.advance(28 * minute);
  await refresh(world.ports, next.refreshToken, 'test');
});

test('seven days end a session that was used every day, whatever the settings say of leaving it alone', async () => {
  await world.run(updateSettings, { security: { sessionIdleMinutes: 7 * 24 * 60 } });
  let { refreshToken } = await signedIn(world, await personIn(world, 'rep'));
  for (let days = 1; days < 7; days++) {
    clock.advance(day);
    const next = await refresh(world.ports, refreshToken, 'test');
    await authenticate(world.ports, { session: next.token });
    ({ refreshToken } = next);
  }
  clock.advance(day);
  await expect(refresh(world.ports, refreshToken, 'test')).rejects.toMatchObject(refused);
  await world.run(updateSettings, { security: { sessionIdleMinutes: 30 } });
});

test('what goes on for long is looked at again, whatever became of its access token', async () => {
  const { token, actor } = await signedIn(world, await personIn(world, 'rep'));
  clock.advance(16 * minute);
  await expect(authenticate(world.ports, { session: token })).rejects.toMatchObject(refused);
  expect(await authenticateAgain(world.ports, actor)).toMatchObject({ id: actor.id, role: 'rep' });
  clock.advance(15 * minute);
  await expect(authenticateAgain(world.ports, actor)).rejects.toMatchObject(refused);
});

test('signing out ends the session at once, and twice is no mistake', async () => {
  const tokens = await signedIn(world, await personIn(world, 'rep'));
  const { token } = tokens;
  await signOut(world.ports, tokens, 'test');
  await signOut(world.ports, tokens, 'test');
  await expect(authenticate(world.ports, { session: token })).rejects.toMatchObject(refused);
  await expect(signInByLink(world.ports, token, origin)).rejects.toMatchObject(refused);
  expect(await world.eventTypes()).toContain('identity.session.ended');
});
