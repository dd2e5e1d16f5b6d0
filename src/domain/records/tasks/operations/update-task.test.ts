import { expect, test } from 'vitest';
import { tasksWorld } from '../tasks-world.fixture.ts';
import { updateTask } from './update-task.ts';

const world = await tasksWorld();
const { run, task, refuses } = world;

test('a task that changes hands is due where its new assignee is', async () => {
  const { id } = await task({ dueOn: '2030-03-06', assigneeId: await world.userIn('Asia/Tokyo') });
  const moved = await run(updateTask, { id, assigneeId: await world.userIn('America/New_York') });
  expect(moved).toMatchObject({ dueOn: '2030-03-06', dueAt: '2030-03-07T05:00:00+00:00' });
  expect(await world.eventTypes()).toContain('crm.task.updated');
});

test('what has nothing to do with time leaves the time alone', async () => {
  const { id, dueAt } = await task({ dueOn: '2030-03-06', assigneeId: await world.userIn('Asia/Tokyo') });
  expect(await run(updateTask, { id, subject: 'Other' })).toMatchObject({
    dueAt,
    dueOn: '2030-03-06',
    subject: 'Other',
  });
});

test('it is refused without the permission, with wrong input and to another workspace', async () => {
  const { id } = await task();
  await refuses(updateTask, { id, subject: 'x' });
  await expect(run(updateTask, { id, repeat: 'daily' })).rejects.toMatchObject({ code: 'validation_failed' });
});
