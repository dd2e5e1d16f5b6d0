import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { personIn, signedIn } from '../people.fixture.ts';
import { listSessions } from './list-sessions.ts';

const world = await testWorld();

test('one sees where one is signed in, and which session asks; not those of others', async () => {
  const person = await personIn(world, 'rep');
  const here = await signedIn(world, person);
  await signedIn(world, person);
  await signedIn(world, await personIn(world, 'rep'));
  const { data } = await world.run(listSessions, {}, { actor: here.actor });
  expect(data).toHaveLength(2);
  expect(data.filter((one: { current: boolean }) => one.current)).toHaveLength(1);
  expect(data[0]).toMatchObject({
    begunBy: 'link',
    address: '192.0.2.1',
    userAgent: 'vitest',
    id: expect.stringMatching(/^se_/),
  });
});

test('keys, who may not, and another workspace see none; bad input is refused', async () => {
  const person = await personIn(world, 'rep');
  for (const actor of [
    { ...world.admin, type: 'key' as const },
    world.actorWith('profile:write'),
    { ...person, workspaceId: world.stranger.workspaceId },
  ])
    await expect(world.run(listSessions, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(listSessions, { userId: 'x' } as never, { actor: person })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});
