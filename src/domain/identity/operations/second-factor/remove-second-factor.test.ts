import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { linkFor, origin, personIn, signedIn, withSecondFactor } from '../../people.fixture.ts';
import { signInByLink } from '../../sign-in.ts';
import { updateSettings } from '../update-settings.ts';
import { removeSecondFactor } from './remove-second-factor.ts';

const world = await testWorld();

test('it is off at once, and it is announced', async () => {
  const person = await personIn(world, 'rep');
  const { actor } = await signedIn(world, person);
  await withSecondFactor(world, actor);
  await world.run(removeSecondFactor, {}, { actor: { ...actor } });
  await signInByLink(world.ports, await linkFor(world, person), origin);
  expect(await world.eventTypes()).toContain('identity.mfa.removed');
  await expect(world.run(removeSecondFactor, {}, { actor: { ...actor } })).rejects.toMatchObject({ code: 'not_found' });
});

test('where the role asks for one it stays on', async () => {
  const { actor } = await signedIn(world, await personIn(world, 'marketing'));
  await withSecondFactor(world, actor);
  await world.run(updateSettings, { security: { secondFactorRoles: ['marketing'] } });
  await expect(world.run(removeSecondFactor, {}, { actor: { ...actor } })).rejects.toMatchObject({ code: 'conflict' });
});

test('keys, who may not, and another workspace remove nothing; bad input is refused', async () => {
  const person = await personIn(world, 'rep');
  for (const actor of [
    { ...world.admin, type: 'key' as const },
    world.actorWith('profile:read'),
    { ...person, workspaceId: world.stranger.workspaceId },
  ])
    await expect(world.run(removeSecondFactor, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(removeSecondFactor, { userId: 'x' } as never, { actor: person })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});
