import { expect, test } from 'vitest';
import { refusalsIn, testWorld } from '#platform/testing';
import { personIn } from '../people.fixture.ts';
import { getUserPermissions } from './get-user-permissions.ts';
import { setUserPermissions } from './set-user-permissions.ts';

const world = await testWorld();

test('it says what somebody may do, and what of it is theirs alone', async () => {
  const { publicId: id } = await personIn(world, 'rep');
  await world.run(setUserPermissions, { id, granted: ['users:read'], groups: ['finance'] });
  const answer = await world.run(getUserPermissions, { id });
  expect(answer).toMatchObject({ role: 'rep', granted: ['users:read'], denied: [], groups: ['finance'] });
  expect(answer.effective.permissions).toEqual(expect.arrayContaining(['users:read', 'contacts:read']));
});

test('who may not, another workspace and bad input are refused', async () => {
  await refusalsIn(world)(getUserPermissions, { id: (await personIn(world, 'rep')).publicId });
});
