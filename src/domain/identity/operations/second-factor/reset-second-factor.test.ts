import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { authenticate } from '../../authenticate.ts';
import { linkFor, origin, personIn, signedIn, withSecondFactor } from '../../people.fixture.ts';
import { permissionsOf } from '../../rules/roles.ts';
import { signInByLink } from '../../sign-in.ts';
import { resetSecondFactor } from './reset-second-factor.ts';

const world = await testWorld();

test('somebody who lost it signs in without, after being signed out everywhere', async () => {
  const person = await personIn(world, 'rep');
  const { actor, token } = await signedIn(world, person);
  await withSecondFactor(world, actor);
  await world.run(resetSecondFactor, { id: person.publicId });
  await expect(authenticate(world.ports, { session: token })).rejects.toMatchObject({ code: 'not_signed_in' });
  await signInByLink(world.ports, await linkFor(world, person), origin);
  expect(await world.eventTypes()).toContain('identity.mfa.removed');
});

test('nobody resets one of somebody above; reps reset none, nor does another workspace; bad input is refused', async () => {
  const [admin, rep] = [await personIn(world, 'admin'), await personIn(world, 'rep')];
  const narrow = { ...world.admin, permissions: permissionsOf('admin', ['users:*']) };
  for (const actor of [narrow, rep])
    await expect(world.run(resetSecondFactor, { id: admin.publicId }, { actor })).rejects.toMatchObject({
      code: 'not_allowed',
    });
  await expect(world.run(resetSecondFactor, { id: rep.publicId }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(world.run(resetSecondFactor, { id: rep.publicId, all: true } as never)).rejects.toMatchObject({
    code: 'validation_failed',
  });
});
