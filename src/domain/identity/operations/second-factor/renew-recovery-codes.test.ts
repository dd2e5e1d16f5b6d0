import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { authenticate } from '../../authenticate.ts';
import { personIn, signedIn, withSecondFactor } from '../../people.fixture.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { stepUp } from './step-up.ts';

const world = await testWorld();

test('new codes work, the ones before do not, and it is announced', async () => {
  const { actor, token } = await signedIn(world, await personIn(world, 'rep'));
  const before = await withSecondFactor(world, actor);
  const verified = { ...actor };
  const { recoveryCodes } = await world.run(renewRecoveryCodes, {}, { actor: verified });
  expect(recoveryCodes).toHaveLength(10);
  expect(recoveryCodes.filter((code: string) => before.recoveryCodes.includes(code))).toEqual([]);
  expect(await world.eventTypes()).toContain('identity.recovery.renewed');
  const now = await authenticate(world.ports, { session: token });
  const [old = ''] = before.recoveryCodes;
  await expect(world.run(stepUp, { code: old }, { actor: now })).rejects.toMatchObject({ code: 'validation_failed' });
  await world.run(stepUp, { code: recoveryCodes[0] ?? '' }, { actor: now });
});

test('without a second factor there are none; keys, who may not, and another workspace get none', async () => {
  const person = await personIn(world, 'rep');
  await expect(world.run(renewRecoveryCodes, {}, { actor: person })).rejects.toMatchObject({ code: 'conflict' });
  for (const actor of [
    { ...world.admin, type: 'key' as const },
    world.actorWith('profile:read'),
    { ...person, workspaceId: world.stranger.workspaceId },
  ])
    await expect(world.run(renewRecoveryCodes, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(renewRecoveryCodes, { n: 20 } as never, { actor: person })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});
