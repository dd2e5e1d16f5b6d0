import { expect, test } from 'vitest';
import { frozenClock } from '#platform/clock';
import { newToken } from '#platform/crypto';
import { sql } from '#platform/database';
import { testWorld } from '#platform/testing';
import { sessionOf } from './authenticate.ts';
import type { SecondFactorNeeded } from './errors.ts';
import { updateUser } from './operations/update-user.ts';
import {
  codeAt,
  goodPassword,
  linkFor,
  origin,
  personWithPassword,
  signedIn,
  withSecondFactor,
} from './people.fixture.ts';
import { signInByLink, signInByPassword, signInBySecondFactor } from './sign-in.ts';

const clock = frozenClock('2026-11-21T10:00:00Z');
const world = await testWorld({ clock });
const refused = { code: 'not_signed_in', status: 401 };
const minute = 60_000;

async function enrolled() {
  const person = await personWithPassword(world, 'manager');
  const { actor } = await signedIn(world, person);
  return { person, ...(await withSecondFactor(world, actor)) };
}

let senders = 0;
const elsewhere = () => ({ ...origin, address: `198.51.100.${++senders}` });

/** The first step, which must ask for the second. */
async function challengeOf(email: string): Promise<string> {
  const needed = await signInByPassword(world.ports, { email, password: goodPassword }, elsewhere()).catch(
    (error) => error,
  );
  expect(needed).toMatchObject({ code: 'second_factor_needed', status: 401 });
  return (needed as SecondFactorNeeded).challenge;
}

const second = (token: string, code: string) => signInBySecondFactor(world.ports, { token, code }, elsewhere());

test('password and code sign in, and the session knows it', async () => {
  const { person, secret } = await enrolled();
  clock.advance(minute);
  const started = await second(await challengeOf(person.email), codeAt(secret, clock.now()));
  expect(started.actor.id).toBe(person.id);
  expect(sessionOf(started.actor)).toMatchObject({ hasSecondFactor: true, verifiedAt: clock.now() });
});

test('a link asks for the code as well, and is used up by asking', async () => {
  const { person, secret } = await enrolled();
  const link = await linkFor(world, person);
  const needed = await signInByLink(world.ports, link, origin).catch((error) => error);
  expect(needed.code).toBe('second_factor_needed');
  await expect(signInByLink(world.ports, link, origin)).rejects.toMatchObject(refused);
  clock.advance(minute);
  await second(needed.challenge, codeAt(secret, clock.now()));
});

test('a code works once, also when two show it at the same moment', async () => {
  const { person, secret } = await enrolled();
  clock.advance(minute);
  const code = codeAt(secret, clock.now());
  const challenges = [
    await challengeOf(person.email),
    await challengeOf(person.email),
    await challengeOf(person.email),
  ];
  const all = await Promise.allSettled(challenges.map((token) => second(token, code)));
  expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
});

test('a recovery code stands in once; of two who use it at the same moment one wins', async () => {
  const { person, recoveryCodes } = await enrolled();
  expect(new Set(recoveryCodes).size).toBe(10);
  const [code = '', other = ''] = recoveryCodes;
  const challenges = [await challengeOf(person.email), await challengeOf(person.email)];
  const all = await Promise.allSettled(challenges.map((token) => second(token, code.toUpperCase())));
  expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  await expect(second(await challengeOf(person.email), code)).rejects.toMatchObject(refused);
  await second(await challengeOf(person.email), other);
  expect(await world.eventTypes()).toContain('identity.recovery.used');
});

test('a challenge is good once, for five minutes and five tries', async () => {
  const { person, secret } = await enrolled();
  clock.advance(minute);
  const spent = await challengeOf(person.email);
  await second(spent, codeAt(secret, clock.now()));
  clock.advance(minute);
  await expect(second(spent, codeAt(secret, clock.now()))).rejects.toMatchObject(refused);
  const late = await challengeOf(person.email);
  clock.advance(5 * minute);
  await expect(second(late, codeAt(secret, clock.now()))).rejects.toMatchObject(refused);
  const tried = await challengeOf(person.email);
  for (let n = 0; n < 5; n++) {
    clock.advance(minute / 2);
    await expect(second(tried, '000000')).rejects.toMatchObject(refused);
  }
  clock.advance(minute);
  await expect(second(tried, codeAt(secret, clock.now()))).rejects.toMatchObject(refused);
});

test('guesses of many challenges are slowed down, whoever has the password', async () => {
  const { person } = await enrolled();
  for (let n = 0; n < 5; n++) await second(await challengeOf(person.email), '000000').catch(() => undefined);
  await expect(second(await challengeOf(person.email), '000000')).rejects.toMatchObject({ code: 'rate_limited' });
});

test("codes of others, old ones and made-up ones are refused in one answer, and so are others' challenges", async () => {
  const [one, other] = [await enrolled(), await enrolled()];
  clock.advance(10 * minute);
  const words = new Set<string>();
  const says = (token: string, code: string) =>
    second(token, code).catch((error: Error) => words.add(`${(error as { status?: number }).status} ${error.message}`));
  const challenge = await challengeOf(one.person.email);
  await says(challenge, codeAt(other.secret, clock.now()));
  await says(challenge, codeAt(one.secret, new Date(clock.now().getTime() - 2 * minute)));
  await says(challenge, codeAt(one.secret, new Date(clock.now().getTime() + 2 * minute)));
  await says(challenge, other.recoveryCodes[0] ?? '');
  await says(newToken('kithc_'), codeAt(one.secret, clock.now()));
  await says('x', '000000');
  await says(`kithc_${'\u0000'.repeat(43)}`, "' or 1=1");
  expect([...words]).toEqual([expect.stringMatching(/^401 /)]);
});

test('a challenge of somebody disabled meanwhile is worth nothing', async () => {
  const { person, secret } = await enrolled();
  clock.advance(minute);
  const challenge = await challengeOf(person.email);
  await world.run(updateUser, { id: person.publicId, disabled: true });
  await expect(second(challenge, codeAt(secret, clock.now()))).rejects.toMatchObject(refused);
});

test('neither the secret nor a code is stored', async () => {
  const { person, secret, recoveryCodes } = await enrolled();
  const challenge = await challengeOf(person.email);
  const reader = world.database.reader(world.workspaceId);
  for (const table of [
    'second_factors',
    'recovery_codes',
    'sign_in_challenges',
    'events',
    'change_sets',
    'idempotency_keys',
  ]) {
    const rows = await reader.rows(sql<{ text: string }>`select t::text as text from ${sql.table(table)} t`);
    const all = rows.map((row) => row.text).join('\n');
    for (const word of [secret, challenge, ...recoveryCodes]) expect(all).not.toContain(word);
  }
});
