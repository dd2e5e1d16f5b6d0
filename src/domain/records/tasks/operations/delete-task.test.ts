import { expect, test } from 'vitest';
import { tasksWorld } from '../tasks-world.fixture.ts';
import { deleteTask } from './delete-task.ts';
import { getTask } from './get-task.ts';

const world = await tasksWorld();
const { run, task, refuses } = world;

test('a deleted task is gone, and that is told', async () => {
  const { id } = await task();
  await refuses(deleteTask, { id });
  await run(deleteTask, { id });
  await expect(run(getTask, { id })).rejects.toMatchObject({ code: 'not_found' });
  expect(await world.eventTypes()).toContain('crm.task.deleted');
});
