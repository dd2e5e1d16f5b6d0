import { expect, test } from 'vitest';
import { task } from '#domain/records/tasks';
import { createOperation, getOperation } from '#platform/records';
import { historyWorld } from '../history-world.fixture.ts';
import { listTaskHistory } from './list-task-history.ts';
import { undoChanges } from './undo-changes.ts';

const world = await historyWorld();
const { run, code } = world;
const make = () => run(createOperation(task), { subject: 'Call back', priority: 'low' } as never);

test('the changes of a task are kept, taken back, and it is seen as it was', async () => {
  const made = await make();
  const changeSetId = await world.change(task, { id: made.id, subject: 'Write', priority: 'urgent' });
  const [{ changes }] = (await run(listTaskHistory, { id: made.id })).data;
  expect(changes).toContainEqual(expect.objectContaining({ field: 'priority', before: 'low', after: 'urgent' }));
  const asOf = made.updatedAt;
  expect(await run(getOperation(task), { id: made.id, asOf })).toMatchObject({ subject: 'Call back', priority: 'low' });
  await run(undoChanges, { changeSetId });
  expect(await run(getOperation(task), { id: made.id })).toMatchObject({ subject: 'Call back', priority: 'low' });
});

test('it is refused without the permission, with wrong input, and to another workspace', async () => {
  const { id } = await make();
  expect(await code(run(listTaskHistory, { id }, { actor: world.actorWith('changes:read') }))).toBe('not_allowed');
  expect(await code(run(listTaskHistory, { id, limit: 0 }))).toBe('validation_failed');
  expect(await code(run(listTaskHistory, { id }, { actor: world.stranger }))).toBe('not_found');
});
