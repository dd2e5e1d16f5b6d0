import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { deleteOperation, listOperation } from '#platform/records';
import { listsWorld } from '../lists-world.fixture.ts';
import { addMembersOperation } from './add-members.ts';

const world = await listsWorld();
const { run, person, company, make, members, undo, refuses } = world;

test('records are put on a list by id or by filter, each once, which is told and can be taken back', async () => {
  const { id } = await make();
  const [ana, bo] = [await person('Ana'), await person('Bo', { city: 'Paris' })];
  expect(await run(addMembersOperation, { id, ids: [ana.id, ana.id] })).toMatchObject({ status: 'done', changed: 1 });
  const { changeSetId, changed } = await run(addMembersOperation, { id, filter: { city: { eq: 'Paris' } } });
  expect([changed, await members(id)]).toEqual([1, ['Ana', 'Bo']]);
  expect(await run(addMembersOperation, { id, ids: [ana.id, bo.id] })).toMatchObject({ changed: 0 });
  expect(await world.eventTypes()).toContain('crm.list_member.created');
  await undo(changeSetId);
  expect(await members(id)).toEqual(['Ana']);
  expect(await run(addMembersOperation, { id, ids: [bo.id] })).toMatchObject({ changed: 1 });
});

test('two who put the same records on a list at once do it once', async () => {
  const { id } = await make();
  const ids = [(await person('Cleo')).id, (await person('Dora')).id];
  const answers = await Promise.all([1, 2, 3].map(() => run(addMembersOperation, { id, ids })));
  expect(answers.map((one) => one.changed).sort()).toEqual([0, 0, 2]);
  expect(await members(id)).toEqual(['Cleo', 'Dora']);
});

test('the list of their kind is filtered by it, and what is deleted is not on it', async () => {
  const { id } = await make();
  const emil = await person('Emil');
  await run(addMembersOperation, { id, ids: [emil.id, (await person('Finn')).id] });
  await run(deleteOperation(contact), { id: emil.id });
  const filter = { and: [{ inList: { eq: id } }, { firstName: { ne: 'Gus' } }] };
  const page = await run(listOperation(contact), { filter, count: 'bounded' });
  expect(page).toMatchObject({ data: [{ firstName: 'Finn' }], page: { total: 1 } });
  expect(await run(addMembersOperation, { id, ids: [emil.id] })).toMatchObject({ changed: 0 });
});

test('five thousand records are put on a list within a second or so', async () => {
  const { id } = await make();
  const ids = Array.from({ length: 5001 }, (_, at) => `ct_${String(at).padStart(32, '0')}`);
  await expect(run(addMembersOperation, { id, ids })).rejects.toMatchObject({ code: 'validation_failed' });
  expect(await run(addMembersOperation, { id, ids: ids.slice(1) })).toMatchObject({ selected: 5000, changed: 0 });
});

test('other kinds, dynamic lists, mistakes and another workspace are refused', async () => {
  const { id } = await make();
  const ana = await person('Ana');
  const wrong = [{}, { ids: [] }, { ids: ['x'] }, { ids: [(await company()).id] }, { filter: { city: 'x' } }];
  for (const one of wrong)
    await expect(run(addMembersOperation, { id, ...one })).rejects.toMatchObject({ code: 'validation_failed' });
  const dynamic = await make({ kind: 'dynamic', filter: { city: { eq: 'x' } } });
  await expect(run(addMembersOperation, { id: dynamic.id, ids: [ana.id] })).rejects.toMatchObject({ code: 'conflict' });
  const actor = world.actorWith('lists:write', 'accounts:read');
  await expect(run(addMembersOperation, { id, ids: [ana.id] }, { actor })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(run(addMembersOperation, { id, ids: [ana.id] }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  await refuses(addMembersOperation, { id, ids: [ana.id] });
});
