import { expect, test } from 'vitest';
import { listsWorld } from '../lists-world.fixture.ts';
import { addMembersOperation } from './add-members.ts';
import { listMembers } from './list-members.ts';

const world = await listsWorld();
const { run, person, make, members, refuses } = world;

test('members are filtered, counted and paged as any list of their kind', async () => {
  const { id } = await make();
  const ids = [];
  for (const name of ['Ana', 'Bo', 'Cleo']) ids.push((await person(name)).id);
  await person('Dora');
  await run(addMembersOperation, { id, ids });
  const page = await run(listMembers, { id, limit: 2, count: 'exact', sort: 'name', fields: 'firstName' });
  expect(page).toMatchObject({ data: [{ firstName: 'Ana' }, { firstName: 'Bo' }], page: { total: 3 } });
  expect(await members(id, { cursor: page.page.next })).toEqual(['Cleo']);
  expect(await members(id, { filter: { firstName: { startsWith: 'B' } } })).toEqual(['Bo']);
});

test('it is refused to who may not read the kind, with mistakes, and to another workspace', async () => {
  const { id } = await make();
  const actor = world.actorWith('lists:read', 'accounts:read');
  await expect(run(listMembers, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(run(listMembers, { id, limit: 0 })).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(run(listMembers, { id }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
  await refuses(listMembers, { id });
});
