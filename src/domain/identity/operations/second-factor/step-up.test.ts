import { expect, test } from 'vitest';
import { frozenClock } from '#platform/clock';
import { testWorld } from '#platform/testing';
import { authenticate, sessionOf } from '../../authenticate.ts';
import { codeAt, personIn, signedIn, withSecondFactor } from '../../people.fixture.ts';
import { stepUp } from './step-up.ts';

const clock = frozenClock('2026-11-21T10:00:00Z');
const world = await testWorld({ clock });

async function enrolled() {
  const { actor, token } = await signedIn(world, await personIn(world, 'rep'));
  const { secret, recoveryCodes } = await withSecondFactor(world, actor);
  clock.advance(60_000);
  const now = () => authenticate(world.ports, { session: token });
  return { secret, recoveryCodes, now };
}

test('a right code is noted in the session and announced; the same one again is wrong', async () => {
  const { secret, now } = await enrolled();
  const code = codeAt(secret, clock.now());
  await world.run(stepUp, { code }, { actor: await now() });
  expect(sessionOf(await now())?.verifiedAt).toEqual(clock.now());
  expect(await world.eventTypes()).toContain('identity.session.verified');
  await expect(world.run(stepUp, { code }, { actor: await now() })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});

test('guessing through an open session is slowed down; a recovery code stands in', async () => {
  const { recoveryCodes, now } = await enrolled();
  const actor = await now();
  for (let n = 0; n < 5; n++)
    await expect(world.run(stepUp, { code: '000000' }, { actor })).rejects.toMatchObject({ code: 'validation_failed' });
  const [code = ''] = recoveryCodes;
  await expect(world.run(stepUp, { code }, { actor })).rejects.toMatchObject({ code: 'rate_limited' });
  clock.advance(1000);
  await world.run(stepUp, { code }, { actor });
});

test('who has no second factor, keys, another workspace and who may not step up nowhere; bad input is refused', async () => {
  const { actor } = await signedIn(world, await personIn(world, 'rep'));
  for (const one of [actor, { ...world.admin, type: 'key' as const }, world.stranger])
    await expect(world.run(stepUp, { code: '123456' }, { actor: one })).rejects.toMatchObject({ code: 'conflict' });
  await expect(world.run(stepUp, { code: '123456' }, { actor: world.actorWith() })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(world.run(stepUp, { code: '1' }, { actor })).rejects.toMatchObject({ code: 'validation_failed' });
});
