import { expect, test } from 'vitest';
import { listsWorld } from '../lists-world.fixture.ts';
import { addMembersOperation } from './add-members.ts';
import { deleteList } from './delete-list.ts';
import { restoreList } from './restore-list.ts';

const world = await listsWorld();
const { run, person, make, members, refuses } = world;

test('a deleted list comes back with its members, which is told', async () => {
  const { id } = await make();
  await run(addMembersOperation, { id, ids: [(await person('Ana')).id] });
  await run(deleteList, { id });
  await run(restoreList, { id });
  expect(await members(id)).toEqual(['Ana']);
  expect(await world.eventTypes()).toContain('crm.list.restored');
});

test('it is refused without the permission, and to another workspace', async () => {
  const { id } = await make();
  await run(deleteList, { id });
  await refuses(restoreList, { id });
  await expect(run(restoreList, { id }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
});
