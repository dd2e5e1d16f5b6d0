import { expect, test } from 'vitest';
import { communication } from '#domain/records/communications';
import { createOperation, getOperation } from '#platform/records';
import { historyWorld } from '../history-world.fixture.ts';
import { listCommunicationHistory } from './list-communication-history.ts';
import { undoChanges } from './undo-changes.ts';

const world = await historyWorld();
const { run, code } = world;
const make = () =>
  run(createOperation(communication), { type: 'email', direction: 'inbound', subject: 'Hello' } as never);

test('the changes of a communication are kept, taken back, and it is seen as it was', async () => {
  const made = await make();
  const changeSetId = await world.change(communication, { id: made.id, subject: 'Good bye' });
  const [{ changes }] = (await run(listCommunicationHistory, { id: made.id })).data;
  expect(changes).toContainEqual(expect.objectContaining({ field: 'subject', before: 'Hello', after: 'Good bye' }));
  const asOf = made.updatedAt;
  expect(await run(getOperation(communication), { id: made.id, asOf })).toMatchObject({ subject: 'Hello' });
  await run(undoChanges, { changeSetId });
  expect(await run(getOperation(communication), { id: made.id })).toMatchObject({ subject: 'Hello' });
});

test('it is refused without the permission, with wrong input, and to another workspace', async () => {
  const { id } = await make();
  const actor = world.actorWith('changes:read');
  expect(await code(run(listCommunicationHistory, { id }, { actor }))).toBe('not_allowed');
  expect(await code(run(listCommunicationHistory, { id, limit: 0 }))).toBe('validation_failed');
  expect(await code(run(listCommunicationHistory, { id }, { actor: world.stranger }))).toBe('not_found');
});
