import { expect, test } from 'vitest';
import { frozenClock } from '#platform/clock';
import { newToken } from '#platform/crypto';
import { sql } from '#platform/database';
import { testWorld } from '#platform/testing';
import { authenticate } from './authenticate.ts';
import { updateUser } from './operations/update-user.ts';
import { personIn, signedIn } from './people.fixture.ts';
import { refresh, signOut } from './session-tokens.ts';

const clock = frozenClock('2026-11-21T10:00:00Z');
const world = await testWorld({ clock });
const refused = { code: 'not_signed_in', status: 401 };
const next = (refreshToken: string) => refresh(world.ports, refreshToken, 'test');
const start = async () => signedIn(world, await personIn(world, 'rep'));

test('a refresh token is good once and gives the next pair', async () => {
  const first = await start();
  const second = await next(first.refreshToken);
  expect(second.refreshToken).not.toBe(first.refreshToken);
  expect((await authenticate(world.ports, { session: second.token })).id).toBe(first.actor.id);
  expect((await next(second.refreshToken)).refreshToken).not.toBe(second.refreshToken);
});

test('ten windows that refresh at the same moment are given the same next token', async () => {
  const { refreshToken } = await start();
  const all = await Promise.all(Array.from({ length: 10 }, () => next(refreshToken)));
  expect(new Set(all.map((one) => one.refreshToken)).size).toBe(1);
  const [{ refreshToken: second = '' } = {}] = all;
  clock.advance(9000);
  expect((await next(refreshToken)).refreshToken).toBe(second);
  await next(second);
});

test('a token that comes again later has been copied: its whole session ends, for the thief and for the owner', async () => {
  const first = await start();
  const second = await next(first.refreshToken);
  clock.advance(10_001);
  await expect(next(first.refreshToken)).rejects.toMatchObject(refused);
  await expect(next(second.refreshToken)).rejects.toMatchObject(refused);
  await expect(authenticate(world.ports, { session: second.token })).rejects.toMatchObject(refused);
  expect(await world.eventTypes()).toContain('identity.session.replayed');
});

test('other sessions of the same person stay', async () => {
  const person = await personIn(world, 'rep');
  const [stolen, other] = [await signedIn(world, person), await signedIn(world, person)];
  await next(stolen.refreshToken);
  clock.advance(10_001);
  await expect(next(stolen.refreshToken)).rejects.toMatchObject(refused);
  await authenticate(world.ports, { session: other.token });
});

test('guesses, access tokens and tokens of ended sessions refresh nothing', async () => {
  const { token, refreshToken, actor } = await start();
  for (const wrong of ['', 'x', token, newToken('kithr_'), `${refreshToken}x`, `kithr_${'\u0000'.repeat(43)}`])
    await expect(next(wrong)).rejects.toMatchObject(refused);
  await signOut(world.ports, { refreshToken }, 'test');
  await expect(next(refreshToken)).rejects.toMatchObject(refused);
  await expect(authenticate(world.ports, { session: token })).rejects.toMatchObject(refused);
  expect(actor.role).toBe('rep');
});

test('somebody disabled refreshes nothing', async () => {
  const person = await personIn(world, 'rep');
  const { refreshToken } = await signedIn(world, person);
  await world.run(updateUser, { id: person.publicId, disabled: true });
  await expect(next(refreshToken)).rejects.toMatchObject(refused);
});

test('a session that only the database knows to be over ends within five seconds, in the middle of its access token', async () => {
  const { token } = await start();
  await authenticate(world.ports, { session: token });
  await world.database.write(world.workspaceId, async (tx) => tx.send(sql`delete from sessions`));
  clock.advance(5001);
  await expect(authenticate(world.ports, { session: token })).rejects.toMatchObject(refused);
});
