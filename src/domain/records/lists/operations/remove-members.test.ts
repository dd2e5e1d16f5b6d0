import { expect, test } from 'vitest';
import { listsWorld } from '../lists-world.fixture.ts';
import { addMembersOperation } from './add-members.ts';
import { removeMembersOperation } from './remove-members.ts';

const world = await listsWorld();
const { run, person, make, members, undo, refuses } = world;

test('records are taken off a list, which is told and can be taken back', async () => {
  const { id } = await make();
  const [ana, bo] = [await person('Ana', { city: 'Rome' }), await person('Bo')];
  await run(addMembersOperation, { id, ids: [ana.id, bo.id] });
  const { changeSetId, ...answer } = await run(removeMembersOperation, { id, filter: { city: { eq: 'Rome' } } });
  expect(answer).toEqual({ status: 'done', selected: 1, changed: 1 });
  expect(await members(id)).toEqual(['Bo']);
  expect(await world.eventTypes()).toContain('crm.list_member.deleted');
  expect(await run(removeMembersOperation, { id, ids: [ana.id] })).toMatchObject({ changed: 0 });
  await undo(changeSetId);
  expect(await members(id)).toEqual(['Ana', 'Bo']);
});

test('mistakes, a missing permission and another workspace are refused', async () => {
  const { id } = await make();
  const { id: ana } = await person('Ana');
  await expect(run(removeMembersOperation, { id })).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(run(removeMembersOperation, { id, ids: [ana] }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  await refuses(removeMembersOperation, { id, ids: [ana] });
});
