import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { personIn, personWithPassword } from '../people.fixture.ts';
import { getProfile } from './get-profile.ts';

const world = await testWorld();

test('somebody sees their own profile, and no hash', async () => {
  const actor = await personWithPassword(world, 'rep');
  const profile = await world.run(getProfile, {}, { actor });
  expect(profile).toMatchObject({
    id: actor.publicId,
    email: actor.email,
    hasPassword: true,
    settings: { theme: 'system' },
  });
  expect(JSON.stringify(profile)).not.toContain('argon2');
});

test('keys, programs and who has no permission have no profile', async () => {
  for (const actor of [{ ...world.admin, type: 'key' as const }, world.admin, world.actorWith('contacts:read')])
    await expect(world.run(getProfile, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
});

test('bad input is refused, and an actor of another workspace is nobody here', async () => {
  const actor = await personIn(world, 'rep');
  await expect(world.run(getProfile, { id: actor.publicId } as never, { actor })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  await expect(
    world.run(getProfile, {}, { actor: { ...actor, workspaceId: world.stranger.workspaceId } }),
  ).rejects.toMatchObject({ code: 'not_allowed' });
});
