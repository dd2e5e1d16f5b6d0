import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { historyWorld } from '../history-world.fixture.ts';
import { getChange } from './get-change.ts';
import { undoChanges } from './undo-changes.ts';

const world = await historyWorld();
const { run, code } = world;

test('a change set says what was done, by whom, and what took it back', async () => {
  const { id } = await world.makeContact();
  const changeSetId = await world.change(contact, { id, title: 'CTO' });
  expect(await run(getChange, { changeSetId })).toMatchObject({
    ...{ id: changeSetId, operation: 'contacts.update', records: 1, status: 'done', undoes: null, undoneBy: null },
    actor: { type: 'user', id: expect.stringMatching(/^us_/) },
  });
  const undo = await run(undoChanges, { changeSetId });
  expect(await run(getChange, { changeSetId })).toMatchObject({ undoneBy: undo.changeSetId });
  expect(await run(getChange, { changeSetId: undo.changeSetId })).toMatchObject({ undoes: changeSetId });
});

test('it is refused without the permission, with a wrong id, and to another workspace', async () => {
  const changeSetId = await world.change(contact, { id: (await world.makeContact()).id, title: 'x' });
  expect(await code(run(getChange, { changeSetId }, { actor: world.actorWith('contacts:read') }))).toBe('not_allowed');
  expect(await code(run(getChange, { changeSetId: 'x' }))).toBe('not_found');
  expect(await code(run(getChange, { changeSetId }, { actor: world.stranger }))).toBe('not_found');
});
