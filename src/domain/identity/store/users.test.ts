import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { createUser } from '../operations/create-user.ts';
import { updateUser } from '../operations/update-user.ts';
import { usersByText } from './users.ts';

const world = await testWorld();
const find = (...texts: string[]) => usersByText(world.database.reader(world.workspaceId), texts);

test('users are named by address or whole name, any case; what is unclear or unknown names nobody', async () => {
  const ada = await world.run(createUser, { email: 'ada@example.com', name: 'Ada Byron' });
  for (const email of ['sam1@example.com', 'sam2@example.com'])
    await world.run(createUser, { email, name: 'Sam Smith' });
  const found = await find('ADA@example.com', ' ada byron ', 'Sam Smith', 'sam1@example.com', 'Nobody', '', 'a\u0000');
  expect([...found.keys()].sort()).toEqual([' ada byron ', 'ADA@example.com', 'sam1@example.com']);
  expect(found.get('ADA@example.com')?.replaceAll('-', '')).toBe(ada.id.slice(3));
  await world.run(updateUser, { id: ada.id, disabled: true });
  expect((await find('ada@example.com')).size).toBe(0);
});

test('another workspace has nobody by that name', async () => {
  await world.run(createUser, { email: 'eve@example.com', name: 'Eve' });
  expect((await usersByText(world.database.reader(world.stranger.workspaceId), ['Eve', 'eve@example.com'])).size).toBe(
    0,
  );
});
