import { expect, test } from 'vitest';
import { tasksWorld } from '../tasks-world.fixture.ts';
import { deleteTask } from './delete-task.ts';
import { restoreTask } from './restore-task.ts';

const world = await tasksWorld();
const { run, task, refuses, at, tell } = world;

test('a task that comes back is told of when it is due', async () => {
  const { id } = await task({ subject: 'Back', dueAt: '2030-03-06T12:00:00Z' });
  await run(deleteTask, { id });
  await refuses(restoreTask, { id });
  expect(await run(restoreTask, { id })).toMatchObject({ subject: 'Back', deletedAt: null });
  expect(await world.eventTypes()).toContain('crm.task.restored');
  at('2030-03-06T09:00:00Z');
  expect(await tell()).toEqual(['due_soon Back']);
});
