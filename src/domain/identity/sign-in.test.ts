import { hash } from 'bcryptjs';
import { expect, test } from 'vitest';
import { frozenClock } from '#platform/clock';
import { newToken } from '#platform/crypto';
import { sql } from '#platform/database';
import { testWorld } from '#platform/testing';
import { authenticate } from './authenticate.ts';
import { updateUser } from './operations/update-user.ts';
import { goodPassword, linkFor, origin, personIn, personWithPassword, signedIn } from './people.fixture.ts';
import { signInByLink, signInByPassword } from './sign-in.ts';
import { setPassword, userById } from './store/users.ts';

const clock = frozenClock('2026-11-21T10:00:00Z');
const world = await testWorld({ clock });
const refused = { code: 'not_signed_in', status: 401 };
let senders = 0;
const elsewhere = () => ({ ...origin, address: `198.51.100.${++senders}` });
const withPassword = (email: string, password: string, from = elsewhere()) =>
  signInByPassword(world.ports, { email, password }, from);

test('a link signs in, once, and says so in the log', async () => {
  const person = await personIn(world, 'rep');
  const token = await linkFor(world, person);
  const started = await signInByLink(world.ports, token, origin);
  expect(started.actor).toMatchObject({ type: 'user', id: person.id, role: 'rep' });
  expect(await authenticate(world.ports, { session: started.token })).toEqual(started.actor);
  await expect(signInByLink(world.ports, token, origin)).rejects.toMatchObject(refused);
  expect(await world.eventTypes()).toContain('identity.session.started');
});

test('a link that ten use at the same moment lets one of them in', async () => {
  const token = await linkFor(world, await personIn(world, 'rep'));
  const all = await Promise.allSettled(Array.from({ length: 10 }, () => signInByLink(world.ports, token, origin)));
  expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  for (const one of all) if (one.status === 'rejected') expect(one.reason).toMatchObject(refused);
});

test('a link is too old after fifteen minutes', async () => {
  const token = await linkFor(world, await personIn(world, 'rep'));
  clock.advance(15 * 60_000);
  await expect(signInByLink(world.ports, token, origin)).rejects.toMatchObject(refused);
});

test('made-up links are refused in the words of used ones', async () => {
  const used = await linkFor(world, await personIn(world, 'rep'));
  await signInByLink(world.ports, used, origin);
  const words = async (token: string) =>
    signInByLink(world.ports, token, origin).catch((error: Error) => error.message);
  const said = await words(used);
  for (const token of ['', 'kithl_', newToken('kithl_'), '\u0000', "' or 1=1 --", 'x'.repeat(1e6), newToken('kith_')])
    expect(await words(token)).toBe(said);
});

test('a link of somebody disabled meanwhile is worth nothing', async () => {
  const person = await personIn(world, 'rep');
  const token = await linkFor(world, person);
  await world.run(updateUser, { id: person.publicId, disabled: true });
  await expect(signInByLink(world.ports, token, origin)).rejects.toMatchObject(refused);
});

test('e-mail and password sign in, whatever the case of the e-mail', async () => {
  const person = await personWithPassword(world, 'rep');
  const started = await withPassword(person.email.toUpperCase(), goodPassword);
  expect(started.actor.id).toBe(person.id);
});

test('a hash of bcrypt signs in once and is one of argon2id from then on', async () => {
  const person = await personIn(world, 'rep');
  const bcrypt = await hash('old but gold', 4);
  const reader = world.database.reader(world.workspaceId);
  await world.database.write(world.workspaceId, async (tx) => setPassword(tx, person.id, bcrypt));
  await expect(withPassword(person.email, 'wrong')).rejects.toMatchObject(refused);
  expect((await userById(reader, person.id))?.passwordHash).toBe(bcrypt);
  await withPassword(person.email, 'old but gold');
  expect((await userById(reader, person.id))?.passwordHash).toMatch(/^\$argon2id\$/);
  await withPassword(person.email, 'old but gold');
});

test('unknown, wrong, without a password and disabled are told in the same words', async () => {
  const [person, gone] = [await personWithPassword(world, 'rep'), await personWithPassword(world, 'rep')];
  const bare = await personIn(world, 'rep');
  await world.run(updateUser, { id: gone.publicId, disabled: true });
  const tries = [
    [person.email, 'wrong horse battery'],
    ['nobody@example.com', goodPassword],
    [bare.email, goodPassword],
    [gone.email, goodPassword],
    [person.email, ''],
    ['\u0000', goodPassword],
    ["' or 1=1 --@x", goodPassword],
  ] as const;
  const words = new Set<unknown>();
  for (const [email, password] of tries) {
    words.add(await withPassword(email, password).catch((error) => `${error.status} ${error.message}`));
  }
  expect([...words]).toEqual([expect.stringMatching(/^401 /)]);
});

test('an unknown address takes as long as a wrong password', async () => {
  const people = [];
  for (let i = 0; i < 5; i++) people.push((await personWithPassword(world, 'rep')).email);
  const medianMs = async (emails: string[]) => {
    const times: number[] = [];
    for (const email of [...emails, ...emails]) {
      const startedAt = performance.now();
      await withPassword(email, 'wrong horse battery').catch(() => undefined);
      times.push(performance.now() - startedAt);
    }
    return times.sort((a, b) => a - b)[5] ?? 0;
  };
  await medianMs(['warm@example.com']);
  const known = await medianMs(people);
  const unknown = await medianMs(people.map((_, i) => `unknown${i}@example.com`));
  // Without the same work for both it is a twentieth; a busy machine can make it a half or twice.
  expect(unknown / known).toBeGreaterThan(0.2);
  expect(unknown / known).toBeLessThan(5);
});

test('guessing one password is slowed down from anywhere, and a success forgets it', async () => {
  const person = await personWithPassword(world, 'rep');
  for (let i = 0; i < 5; i++) await expect(withPassword(person.email, 'wrong')).rejects.toMatchObject(refused);
  await expect(withPassword(person.email, goodPassword)).rejects.toMatchObject({
    code: 'rate_limited',
    headers: { 'retry-after': '1' },
  });
  clock.advance(1000);
  await withPassword(person.email, goodPassword);
  await expect(withPassword(person.email, 'wrong')).rejects.toMatchObject(refused);
});

test('an address nobody has is slowed down just the same', async () => {
  for (let i = 0; i < 5; i++) await expect(withPassword('ghost@example.com', 'x')).rejects.toMatchObject(refused);
  await expect(withPassword('ghost@example.com', 'x')).rejects.toMatchObject({ code: 'rate_limited' });
});

test('guesses sent all at once are no way around it', async () => {
  const person = await personWithPassword(world, 'rep');
  const all = await Promise.allSettled(Array.from({ length: 40 }, (_, i) => withPassword(person.email, `wrong ${i}`)));
  const looked = all.filter((one) => one.status === 'rejected' && one.reason.code === 'not_signed_in');
  expect(looked).toHaveLength(5);
});

test('one place that tries many people is slowed down', async () => {
  const from = elsewhere();
  for (let i = 0; i < 20; i++)
    await expect(withPassword(`someone${i}@example.com`, 'x', from)).rejects.toMatchObject(refused);
  await expect(withPassword('other@example.com', 'x', from)).rejects.toMatchObject({ code: 'rate_limited' });
});

test('signing in ends the session that the browser had, and always makes a new one', async () => {
  const [mallory, ada] = [await personIn(world, 'rep'), await personIn(world, 'rep')];
  const planted = await signedIn(world, mallory);
  const own = await signInByLink(world.ports, await linkFor(world, ada), { ...origin, previous: planted });
  expect(own.token).not.toBe(planted.token);
  await expect(authenticate(world.ports, { session: planted.token })).rejects.toMatchObject(refused);
});

test('strange senders are kept out of the address, not out of Kith', async () => {
  for (const address of ['', 'unix', 'fe80::1%eth0', '::ffff:192.0.2.9'])
    await signInByLink(world.ports, await linkFor(world, await personIn(world, 'rep')), {
      ...origin,
      address,
      userAgent: `a\u0000${'b'.repeat(5000)}`,
    });
});

test('neither tokens nor passwords are stored', async () => {
  const person = await personWithPassword(world, 'rep');
  const link = await linkFor(world, person);
  const started = await signInByLink(world.ports, link, origin);
  const reader = world.database.reader(world.workspaceId);
  for (const table of ['users', 'sessions', 'refresh_tokens', 'sign_in_links', 'events', 'change_sets', 'changes']) {
    const rows = await reader.rows(sql<{ text: string }>`select t::text as text from ${sql.table(table)} t`);
    const all = rows.map((row) => row.text).join('\n');
    for (const secret of [link, started.token, started.refreshToken, goodPassword]) expect(all).not.toContain(secret);
  }
});

test('events say who by id and nothing personal', async () => {
  const person = await personWithPassword(world, 'rep');
  const rows = await world.database
    .reader(world.workspaceId)
    .rows(sql<{ text: string }>`select (data::text || type) as text from events`);
  for (const { text } of rows) expect(text).not.toContain(person.email);
});
