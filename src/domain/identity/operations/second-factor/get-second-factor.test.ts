import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { personIn, signedIn, withSecondFactor } from '../../people.fixture.ts';
import { updateSettings } from '../update-settings.ts';
import { getSecondFactor } from './get-second-factor.ts';

const world = await testWorld();

test('it says whether there is one, whether there must be, and how many recovery codes are left', async () => {
  const { actor } = await signedIn(world, await personIn(world, 'manager'));
  const none = { enrolledAt: null, required: false, recoveryCodesLeft: 0, verifiedAt: null };
  expect(await world.run(getSecondFactor, {}, { actor })).toEqual(none);
  await world.run(updateSettings, { security: { secondFactorRoles: ['sales_manager'] } });
  await withSecondFactor(world, actor);
  expect(await world.run(getSecondFactor, {}, { actor })).toMatchObject({
    enrolledAt: expect.any(String),
    required: true,
    recoveryCodesLeft: 10,
  });
});

test('keys, who may not, and another workspace have none to ask about; bad input is refused', async () => {
  const person = await personIn(world, 'rep');
  for (const actor of [
    { ...world.admin, type: 'key' as const },
    world.actorWith('profile:write'),
    { ...person, workspaceId: world.stranger.workspaceId },
  ])
    await expect(world.run(getSecondFactor, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(getSecondFactor, { userId: 'x' } as never, { actor: person })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});
