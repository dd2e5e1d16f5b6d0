import { expect, test } from 'vitest';
import { listsWorld } from '../lists-world.fixture.ts';
import { addMembersOperation } from './add-members.ts';
import { deleteList } from './delete-list.ts';

const world = await listsWorld();
const { run, person, make, members, refuses } = world;

test('a deleted list is gone, which is told, and its members stay', async () => {
  const ana = await person('Ana');
  const { id } = await make();
  await run(addMembersOperation, { id, ids: [ana.id] });
  expect(await run(deleteList, { id })).toBeNull();
  await expect(members(id)).rejects.toMatchObject({ code: 'not_found' });
  expect(await world.eventTypes()).toContain('crm.list.deleted');
  expect((await world.eventTypes()).filter((type) => type === 'crm.contact.deleted')).toEqual([]);
});

test('it is refused without the permission, and to another workspace', async () => {
  const { id } = await make();
  await refuses(deleteList, { id });
  await expect(run(deleteList, { id }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
});
