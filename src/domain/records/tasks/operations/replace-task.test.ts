import { expect, test } from 'vitest';
import { tasksWorld } from '../tasks-world.fixture.ts';
import { replaceTask } from './replace-task.ts';

const world = await tasksWorld();
const { run, task, refuses } = world;

test('what is not given becomes empty, and a task that is replaced as done is done', async () => {
  const { id } = await task({ description: 'Old', dueOn: '2030-03-06', queue: 'callbacks' });
  await refuses(replaceTask, { id, subject: 'x' });
  expect(await run(replaceTask, { id, subject: 'New', status: 'done' })).toMatchObject({
    subject: 'New',
    description: null,
    queue: null,
    dueAt: null,
    dueOn: null,
    completedAt: '2030-03-04T12:00:00+00:00',
  });
  expect(await world.eventTypes()).toContain('crm.task.updated');
  await expect(run(replaceTask, { id } as never)).rejects.toMatchObject({ code: 'validation_failed' });
});
