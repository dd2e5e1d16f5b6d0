import { expect, test } from 'vitest';
import { publicId } from '#platform/ids';
import { testWorld } from '#platform/testing';
import { authenticate, sessionOf } from '../authenticate.ts';
import { personIn, signedIn } from '../people.fixture.ts';
import { refresh } from '../session-tokens.ts';
import { revokeSession } from './revoke-session.ts';

const world = await testWorld();
const idOf = (started: Awaited<ReturnType<typeof signedIn>>) => publicId('se', sessionOf(started.actor)?.id ?? '');

test('a lost telephone is signed out at once, with all its tokens, and it is announced', async () => {
  const person = await personIn(world, 'rep');
  const [here, lost] = [await signedIn(world, person), await signedIn(world, person)];
  await world.run(revokeSession, { id: idOf(lost) }, { actor: here.actor });
  await expect(authenticate(world.ports, { session: lost.token })).rejects.toMatchObject({ code: 'not_signed_in' });
  await expect(refresh(world.ports, lost.refreshToken, 'test')).rejects.toMatchObject({ code: 'not_signed_in' });
  await authenticate(world.ports, { session: here.token });
  expect(await world.eventTypes()).toContain('identity.session.ended');
});

test("nobody ends somebody else's session, which is answered like one that is not there", async () => {
  const [one, other] = [
    await signedIn(world, await personIn(world, 'rep')),
    await signedIn(world, await personIn(world, 'rep')),
  ];
  await expect(world.run(revokeSession, { id: idOf(other) }, { actor: one.actor })).rejects.toMatchObject({
    code: 'not_found',
  });
  await authenticate(world.ports, { session: other.token });
});

test('keys, who may not, and another workspace end none; bad input is refused', async () => {
  const person = await personIn(world, 'rep');
  const id = idOf(await signedIn(world, person));
  for (const actor of [
    { ...world.admin, type: 'key' as const },
    world.actorWith('profile:read'),
    { ...person, workspaceId: world.stranger.workspaceId },
  ])
    await expect(world.run(revokeSession, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  for (const bad of [{}, { id: 'x' }, { id: person.publicId }, { id, all: true }])
    await expect(world.run(revokeSession, bad as never, { actor: person })).rejects.toMatchObject({
      code: 'validation_failed',
    });
});
