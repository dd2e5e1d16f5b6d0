import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { authenticate } from '../authenticate.ts';
import { linkFor, origin, personIn, signedIn } from '../people.fixture.ts';
import { permissionsOf } from '../rules/roles.ts';
import { signInByLink } from '../sign-in.ts';
import { endSessionsOfUser } from './end-sessions-of-user.ts';

const world = await testWorld();

test('somebody is signed out everywhere, waiting links are worth nothing, and it is announced', async () => {
  const person = await personIn(world, 'rep');
  const sessions = [await signedIn(world, person), await signedIn(world, person)];
  const link = await linkFor(world, person);
  await world.run(endSessionsOfUser, { id: person.publicId });
  for (const { token } of sessions)
    await expect(authenticate(world.ports, { session: token })).rejects.toMatchObject({ code: 'not_signed_in' });
  await expect(signInByLink(world.ports, link, origin)).rejects.toMatchObject({ code: 'not_signed_in' });
  expect(await world.eventTypes()).toContain('identity.session.ended');
});

test('nobody signs out somebody above; reps nobody, nor does another workspace; bad input is refused', async () => {
  const [admin, rep] = [await personIn(world, 'admin'), await personIn(world, 'rep')];
  const narrow = { ...world.admin, permissions: permissionsOf('admin', ['users:*']) };
  for (const actor of [narrow, rep])
    await expect(world.run(endSessionsOfUser, { id: admin.publicId }, { actor })).rejects.toMatchObject({
      code: 'not_allowed',
    });
  await expect(world.run(endSessionsOfUser, { id: rep.publicId }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(world.run(endSessionsOfUser, { id: rep.publicId, x: 1 } as never)).rejects.toMatchObject({
    code: 'validation_failed',
  });
});
