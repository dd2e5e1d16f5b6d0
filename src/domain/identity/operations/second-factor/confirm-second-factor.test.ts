import { expect, test } from 'vitest';
import { frozenClock } from '#platform/clock';
import { testWorld } from '#platform/testing';
import { authenticate } from '../../authenticate.ts';
import { codeAt, personIn, signedIn, withSecondFactor } from '../../people.fixture.ts';
import { beginSecondFactor } from './begin-second-factor.ts';
import { confirmMfa } from './confirm-second-factor.ts';

const clock = frozenClock('2026-11-21T10:00:00Z');
const world = await testWorld({ clock });
const wrong = { code: 'validation_failed' };

test('a first code turns it on, shows ten recovery codes, ends other sessions, and is announced', async () => {
  const person = await personIn(world, 'rep');
  const [here, there] = [await signedIn(world, person), await signedIn(world, person)];
  const { recoveryCodes } = await withSecondFactor(world, here.actor);
  expect(recoveryCodes).toHaveLength(10);
  await authenticate(world.ports, { session: here.token });
  await expect(authenticate(world.ports, { session: there.token })).rejects.toMatchObject({ code: 'not_signed_in' });
  expect(await world.eventTypes()).toContain('identity.mfa.added');
});

test('a wrong code, an old one and none begun turn nothing on', async () => {
  const actor = await personIn(world, 'rep');
  await expect(world.run(confirmMfa, { code: '123456' }, { actor })).rejects.toMatchObject({ code: 'conflict' });
  const { secret } = await world.run(beginSecondFactor, {}, { actor });
  const old = codeAt(secret, new Date(clock.now().getTime() - 120_000));
  for (const code of [old, 'abcd-efgh-jkmn-pqrs', '      '])
    await expect(world.run(confirmMfa, { code }, { actor })).rejects.toMatchObject(wrong);
  const code = codeAt(secret, clock.now());
  await world.run(confirmMfa, { code }, { actor });
  await expect(world.run(confirmMfa, { code }, { actor })).rejects.toMatchObject({ code: 'conflict' });
});

test('keys, who may not, and another workspace confirm nothing; bad input is refused', async () => {
  const person = await personIn(world, 'rep');
  for (const actor of [
    { ...world.admin, type: 'key' as const },
    world.actorWith('profile:read'),
    { ...person, workspaceId: world.stranger.workspaceId },
  ])
    await expect(world.run(confirmMfa, { code: '123456' }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  for (const bad of [{}, { code: '1' }, { code: 'x'.repeat(41) }, { code: 123456 }, { code: '123456', userId: 'x' }])
    await expect(world.run(confirmMfa, bad as never, { actor: person })).rejects.toMatchObject(wrong);
});
