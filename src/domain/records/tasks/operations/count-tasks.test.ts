import { expect, test } from 'vitest';
import { tasksWorld } from '../tasks-world.fixture.ts';
import { countTasks } from './count-tasks.ts';

const world = await tasksWorld();
const { run, task, refuses } = world;
const assigneeId = await world.userIn('UTC');
for (const values of [
  { dueAt: '2030-03-04T11:00:00Z' },
  { dueAt: '2030-03-04T23:30:00Z' },
  { dueOn: '2030-03-04' },
  { dueOn: '2030-03-17', queue: 'onboarding' },
  { dueOn: '2030-03-18' },
  { queue: 'callbacks' },
])
  await task({ assigneeId, ...values });

test('tasks are counted by the day on which they are due', async () => {
  const counts = await run(countTasks, { assignee: assigneeId });
  expect(counts).toMatchObject({ timeZone: 'UTC', overdue: 1, overdueIsExact: true, today: 2 });
  expect(counts.days).toHaveLength(14);
  expect(counts.days[0]).toEqual({ date: '2030-03-04', count: 2 });
  expect(counts.days.at(-1)).toEqual({ date: '2030-03-17', count: 1 });
});

test('in another place the same moment is another day', async () => {
  const { today, days } = await run(countTasks, { assignee: assigneeId, timeZone: 'Asia/Tokyo' });
  expect(today).toBe(1);
  expect(days[1]).toEqual({ date: '2030-03-05', count: 1 });
});

test('the piles that tasks lie on are told', async () => {
  expect((await run(countTasks, {})).queues).toEqual(['callbacks', 'onboarding']);
});

test('it is refused without the permission and with wrong input, and another workspace sees nothing', async () => {
  await refuses(countTasks, {}, 'strange');
  await expect(run(countTasks, { timeZone: '' })).rejects.toMatchObject({ code: 'validation_failed' });
  expect(await run(countTasks, { assignee: 'anyone' }, { actor: world.stranger })).toMatchObject({
    overdue: 0,
    today: 0,
    queues: [],
  });
});
