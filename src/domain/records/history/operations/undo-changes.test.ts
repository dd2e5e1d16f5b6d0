import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { objectNamed } from '#platform/fields';
import { createOperation, getOperation, updateOperation } from '#platform/records';
import { historyWorld } from '../history-world.fixture.ts';
import { undoChanges } from './undo-changes.ts';

const world = await historyWorld();
const { run, code } = world;

test('an edit is taken back, which is told, and not a second time', async () => {
  const { id } = await world.makeContact({ title: 'CTO' });
  const changeSetId = await world.change(contact, { id, title: 'CEO' });
  expect(await run(undoChanges, { changeSetId })).toMatchObject({ status: 'done', undone: 1, kept: [] });
  expect(await run(getOperation(contact), { id })).toMatchObject({ title: 'CTO' });
  expect(await code(run(undoChanges, { changeSetId }))).toBe('conflict');
  expect((await world.eventTypes()).filter((type) => type === 'crm.contact.updated')).toHaveLength(2);
});

test('an e-mail address that somebody else has meanwhile is not taken back', async () => {
  const { id } = await world.makeContact({ email: 'a@example.com' });
  const changeSetId = await world.change(contact, { id, email: 'b@example.com' });
  await world.makeContact({ email: 'a@example.com' });
  expect(await code(run(undoChanges, { changeSetId }))).toBe('already_known');
});

test('nobody gets a role back by taking back its loss', async () => {
  const user = objectNamed('user');
  const made = await run(createOperation(user), { email: 'rita@example.com', role: 'manager' } as never);
  await run(updateOperation(user), { id: made.id, role: 'rep' } as never);
  const changeSetId = (await world.change(user, { id: made.id, role: 'marketing' } as never)) as string;
  const actor = world.actorWith('changes:undo', 'contacts:write', 'accounts:write', 'activities:write');
  expect(await code(run(undoChanges, { changeSetId }, { actor }))).toBe('not_allowed');
});

test('it is refused without the permission, with a wrong id, and to another workspace', async () => {
  const changeSetId = await world.change(contact, { id: (await world.makeContact()).id, title: 'x' });
  expect(await code(run(undoChanges, { changeSetId }, { actor: world.actorWith('contacts:write') }))).toBe(
    'not_allowed',
  );
  for (const wrong of ['', 'x', 'cs_1']) expect(await code(run(undoChanges, { changeSetId: wrong }))).toBe('not_found');
  expect(await code(run(undoChanges, { changeSetId }, { actor: world.stranger }))).toBe('not_found');
});
