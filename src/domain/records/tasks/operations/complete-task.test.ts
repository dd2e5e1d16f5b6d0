import { expect, test } from 'vitest';
import { z } from 'zod';
import { sql } from '#platform/database';
import { parseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { undoChangeSet } from '#platform/records';
import { tasksWorld } from '../tasks-world.fixture.ts';
import { completeTask } from './complete-task.ts';
import { getTask } from './get-task.ts';
import { listTasks } from './list-tasks.ts';
import { updateTask } from './update-task.ts';

const world = await tasksWorld();
const { run, task, refuses, at } = world;
const undo = defineOperation({
  name: 'test.undo',
  summary: 'Takes back a change set.',
  kind: 'write',
  permission: 'test:undo',
  input: z.strictObject({ id: z.string() }),
  run: (context, { id }) => undoChangeSet(context, parseId('cs', id)),
});
const series = async (subject: string) =>
  (await run(listTasks, { sort: 'dueAt' })).data.filter((one: { subject: string }) => one.subject === subject);

test('a task that is done says when, and is told; done again it is refused', async () => {
  const { id } = await task();
  expect(await run(completeTask, { id })).toMatchObject({
    status: 'done',
    completedAt: '2030-03-04T12:00:00+00:00',
    next: null,
  });
  expect(await world.eventTypes()).toContain('crm.task.completed');
  await expect(run(completeTask, { id })).rejects.toMatchObject({ code: 'task_closed', status: 409 });
});

test('one that repeats is followed by its next, whoever completes it by whatever way', async () => {
  const person = await world.person();
  const first = await task({
    subject: 'Weekly',
    repeat: 'weekly',
    dueAt: '2030-03-04T09:00:00Z',
    contactId: person.id,
  });
  const { next } = await run(completeTask, { id: first.id });
  expect(next).toMatchObject({
    status: 'open',
    dueAt: '2030-03-11T09:00:00+00:00',
    contactId: person.id,
    previousId: first.id,
  });
  await run(updateTask, { id: next.id, status: 'done' });
  expect(await series('Weekly')).toMatchObject([
    { status: 'done' },
    { status: 'done' },
    { dueAt: '2030-03-18T09:00:00+00:00' },
  ]);
});

test('two who complete it at once: one wins, the other is told, and one task follows', async () => {
  const { id } = await task({ subject: 'Both', repeat: 'daily', dueOn: '2030-03-04' });
  const both = await Promise.allSettled([run(completeTask, { id }), run(completeTask, { id })]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await series('Both')).toHaveLength(2);
});

test('taken back it is open and its next is gone; done again the next is back, once', async () => {
  const { id } = await task({ subject: 'Undo', repeat: 'monthly', dueOn: '2030-01-31' });
  at('2030-03-04T12:01:00Z');
  const { next } = await run(completeTask, { id });
  expect(next.dueOn).toBe('2030-03-31');
  const changeSetId = await latest();
  await run(undo, { id: changeSetId });
  expect(await series('Undo')).toMatchObject([{ id, status: 'open', completedAt: null }]);
  await run(undo, { id: await latest() });
  expect(await series('Undo')).toMatchObject([{ status: 'done' }, { id: next.id }]);
  await run(undo, { id: await latest() });
  await run(completeTask, { id });
  expect(await series('Undo')).toMatchObject([{ status: 'done' }, { id: next.id, status: 'open' }]);
});

async function latest(): Promise<string> {
  const row = await world.database
    .reader(world.workspaceId)
    .first<{ id: string }>(
      sql`select id from change_sets where workspace_id = kith.workspace_id() order by id desc limit 1`,
    );
  return `cs_${row?.id.replaceAll('-', '')}`;
}

test('it is refused without the permission, with wrong input, to another workspace and with an old version', async () => {
  const { id } = await task();
  await refuses(completeTask, { id });
  await expect(run(completeTask, { id }, { expectedVersion: 7 })).rejects.toMatchObject({ code: 'version_changed' });
  expect(await run(getTask, { id })).toMatchObject({ status: 'open' });
});
