import { expect, test } from 'vitest';
import { tasksWorld } from '../tasks-world.fixture.ts';
import { getTask } from './get-task.ts';

const { run, task, refuses } = await tasksWorld();

test('one task comes with all of its fields, and is refused without the permission and to another workspace', async () => {
  const made = await task({ description: 'Ask for the budget' });
  expect(await run(getTask, { id: made.id })).toEqual(made);
  await refuses(getTask, { id: made.id });
});
