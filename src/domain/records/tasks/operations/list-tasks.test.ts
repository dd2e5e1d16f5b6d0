import { expect, test } from 'vitest';
import { tasksWorld } from '../tasks-world.fixture.ts';
import { listTasks } from './list-tasks.ts';

const world = await tasksWorld();
const { run, task, refuses } = world;
const assigneeId = await world.userIn('UTC');
await task({ subject: 'Late', dueAt: '2030-03-09T12:00:00Z', assigneeId });
await task({ subject: 'Soon', dueAt: '2030-03-05T12:00:00Z', assigneeId, priority: 'urgent' });
await task({ subject: 'Piled', queue: 'callbacks' });
const subjects = async (input: object) =>
  (await run(listTasks, input as never)).data.map((one: { subject: string }) => one.subject);

test('tasks are sorted by when they are due, and found by assignee, queue, status and time', async () => {
  expect(await subjects({ sort: 'dueAt' })).toEqual(['Soon', 'Late', 'Piled']);
  expect(await subjects({ filter: { assigneeId: { eq: assigneeId }, dueAt: { lt: '2030-03-06' } } })).toEqual(['Soon']);
  expect(await subjects({ filter: { queue: { eq: 'callbacks' } } })).toEqual(['Piled']);
  expect(await subjects({ filter: { status: { eq: 'done' } } })).toEqual([]);
});

test('it is refused without the permission or with wrong input, and another workspace sees nothing', async () => {
  await refuses(listTasks, {}, 'strange');
  expect((await run(listTasks, {}, { actor: world.stranger })).data).toEqual([]);
});
