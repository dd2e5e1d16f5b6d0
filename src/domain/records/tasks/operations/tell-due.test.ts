import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { tasksWorld } from '../tasks-world.fixture.ts';
import { deleteTask } from './delete-task.ts';
import { tellDue } from './tell-due.ts';
import { updateTask } from './update-task.ts';

const world = await tasksWorld();
const { at, task, tell, told, run, kith } = world;
const noon = '2030-03-04T12:00:00Z';

test('due soon and overdue are told once each, in the day of the assignee', async () => {
  at(noon);
  await task({ subject: 'Tokyo', dueOn: '2030-03-06', assigneeId: await world.userIn('Asia/Tokyo') });
  await task({ subject: 'York', dueOn: '2030-03-06', assigneeId: await world.userIn('America/New_York') });
  expect(await tell()).toEqual([]);
  at('2030-03-05T23:59:00Z');
  expect(await tell()).toEqual([]);
  at('2030-03-06T00:00:00Z');
  expect(await tell()).toEqual(['due_soon Tokyo']);
  at('2030-03-06T14:00:00Z');
  expect(await tell()).toEqual(['due_soon York']);
  at('2030-03-06T15:00:00Z');
  expect(await tell()).toEqual(['overdue Tokyo']);
  at('2030-03-07T05:00:00Z');
  expect(await tell()).toEqual(['overdue York']);
  at('2031-01-01T00:00:00Z');
  expect(await tell()).toEqual([]);
});

test('a clock that goes back, and comes again, tells nothing twice', async () => {
  at(noon);
  await task({ subject: 'Back', dueAt: '2030-03-05T12:00:00Z' });
  at('2030-03-05T09:30:00Z');
  expect(await tell()).toEqual(['due_soon Back']);
  at('2030-03-01T00:00:00Z');
  expect(await tell()).toEqual([]);
  at('2030-03-05T09:30:00Z');
  expect(await tell()).toEqual([]);
  at('2030-03-05T12:00:00Z');
  expect(await tell()).toEqual(['overdue Back']);
});

test('what a process that is killed had begun is told by the next, once', async () => {
  at(noon);
  await task({ subject: 'Killed', dueAt: '2030-03-05T12:00:00Z' });
  at('2030-03-05T10:00:00Z');
  const before = (await told()).length;
  await run(tellDue, {}, { actor: kith, rollBack: true });
  expect(await told()).toHaveLength(before);
  expect(await tell()).toEqual(['due_soon Killed']);
});

test('many processes at once tell each task once', async () => {
  at(noon);
  const many = Array.from({ length: 30 }, (_, index) => `Many ${String(index).padStart(2, '0')}`);
  for (const subject of many) await task({ subject, dueAt: '2030-03-05T12:00:00Z' });
  at('2030-03-05T11:00:00Z');
  const before = (await told()).length;
  await Promise.all(Array.from({ length: 5 }, () => run(tellDue, {}, { actor: kith })));
  expect((await told()).slice(before).sort()).toEqual(many.map((subject) => `due_soon ${subject}`));
});

test('a server that was away tells first that it is due, then that it is overdue', async () => {
  at(noon);
  await task({ subject: 'Away', dueAt: '2030-03-05T12:00:00Z' });
  at('2030-03-09T00:00:00Z');
  expect((await tell()).filter((text) => text.endsWith('Away'))).toEqual(['due_soon Away', 'overdue Away']);
});

test('what is done, deleted or put off is not told; a new time is told anew', async () => {
  at(noon);
  const [done, gone, later] = [
    await task({ subject: 'Done', dueAt: '2030-03-05T12:00:00Z' }),
    await task({ subject: 'Gone', dueAt: '2030-03-05T12:00:00Z' }),
    await task({ subject: 'Later', dueAt: '2030-03-05T12:00:00Z' }),
  ];
  await run(updateTask, { id: done.id, status: 'done' });
  await run(deleteTask, { id: gone.id });
  at('2030-03-05T09:00:00Z');
  expect(await tell()).toEqual(['due_soon Later']);
  await run(updateTask, { id: later.id, dueAt: '2030-03-07T12:00:00Z', priority: 'high' });
  at('2030-03-05T13:00:00Z');
  expect(await tell()).toEqual([]);
  at('2030-03-07T13:00:00Z');
  expect(await tell()).toEqual(['due_soon Later', 'overdue Later']);
  await run(updateTask, { id: done.id, status: 'open' });
  expect(await tell()).toEqual(['overdue Done']);
});

test('a job stands for the minute at which the next one is told', async () => {
  at('2030-04-01T12:00:00Z');
  await task({ subject: 'Job', remindAt: '2030-04-02T10:00:30Z' });
  const jobs = await world.database.system.rows<{ at: Date }>(
    sql`select run_at as at from graphile_worker.jobs where key like ${'tasks.tell:%2030-04-02T10:01%'}`,
  );
  expect(jobs.map(({ at: runAt }) => runAt.toISOString())).toEqual(['2030-04-02T10:01:00.000Z']);
});

test('only Kith itself tells, and the tellings of another workspace are its own', async () => {
  at('2030-05-01T12:00:00Z');
  await task({ subject: 'Own', remindAt: '2030-05-01T13:00:00Z' });
  at('2030-05-01T14:00:00Z');
  const actor = world.actorWith('tasks:read', 'tasks:write', 'tasks:delete');
  await expect(run(tellDue, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(run(tellDue, { now: noon } as never, { actor: kith })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  expect(await run(tellDue, {}, { actor: world.stranger })).toMatchObject({ told: 0 });
  expect(await tell()).toContain('due_soon Own');
});
