import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { authenticate, sessionOf } from '../authenticate.ts';
import { personIn, signedIn } from '../people.fixture.ts';
import { endSession } from './end-session.ts';

const world = await testWorld();

test('a session ends, and a second end changes nothing', async () => {
  const { token, actor } = await signedIn(world, await personIn(world, 'rep'));
  const ending = { actor: { ...actor, permissions: new Set(['session:end']) } };
  const sessionId = sessionOf(actor)?.id ?? '';
  await world.run(endSession, { sessionId }, ending);
  await world.run(endSession, { sessionId }, ending);
  await expect(authenticate(world.ports, { session: token })).rejects.toMatchObject({ code: 'not_signed_in' });
  expect((await world.eventTypes()).filter((type) => type === 'identity.session.ended')).toHaveLength(1);
});

test('another workspace ends nothing', async () => {
  const { token, actor } = await signedIn(world, await personIn(world, 'rep'));
  await world.run(endSession, { sessionId: sessionOf(actor)?.id ?? '' }, { actor: world.stranger });
  await authenticate(world.ports, { session: token });
});
