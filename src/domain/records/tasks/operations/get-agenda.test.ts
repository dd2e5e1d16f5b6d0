import { expect, test } from 'vitest';
import type { Answer } from '#platform/testing';
import { tasksWorld } from '../tasks-world.fixture.ts';
import { completeTask } from './complete-task.ts';
import { getAgenda } from './get-agenda.ts';

const world = await tasksWorld();
const { run, task, refuses } = world;
const ursula = await world.userIn('UTC');
const yuki = await world.userIn('Asia/Tokyo');
for (const [subject, values] of Object.entries({
  'Late call': { dueAt: '2030-03-04T11:00:00Z', priority: 'high' },
  'Late day': { dueOn: '2030-03-01' },
  'At five': { dueAt: '2030-03-04T17:00:00Z' },
  'By tonight': { dueOn: '2030-03-04', priority: 'urgent' },
  'At midnight': { dueAt: '2030-03-05T00:00:00Z' },
  Someday: { queue: 'callbacks' },
}))
  await task({ subject, assigneeId: ursula, ...values });
await task({ subject: 'Of Yuki', assigneeId: yuki, dueOn: '2030-03-05' });
await task({ subject: 'Of nobody', queue: 'callbacks' });

const agenda = async (input: object = {}, options?: object) =>
  (await run(getAgenda, { assignee: ursula, ...input }, options)).sections.map((section: Answer) => [
    section.name,
    ...section.tasks.map((one: Answer) => one.subject),
  ]);

test('tasks stand in the section of their day, what is due first above', async () => {
  expect(await agenda()).toEqual([
    ['overdue', 'Late day', 'Late call'],
    ['today', 'At five', 'By tonight'],
    ['upcoming', 'At midnight'],
    ['later', 'Someday'],
  ]);
});

test('days begin where the person is, but a day that was named stays that day', async () => {
  expect((await agenda({ timeZone: 'America/New_York' }))[1]).toEqual([
    'today',
    'At five',
    'By tonight',
    'At midnight',
  ]);
  expect((await agenda({ assignee: yuki, timeZone: 'Asia/Tokyo' }))[2]).toEqual(['upcoming', 'Of Yuki']);
  expect((await agenda({ assignee: yuki, timeZone: 'Pacific/Kiritimati' }))[1]).toEqual(['today', 'Of Yuki']);
});

test('tasks are those of one, of anyone or of nobody, by pile and by how pressing they are', async () => {
  expect((await agenda({ assignee: 'nobody' }))[3]).toEqual(['later', 'Of nobody']);
  expect((await agenda({ assignee: 'anyone', queue: 'callbacks' }))[3]).toEqual(['later', 'Of nobody', 'Someday']);
  expect((await agenda({ priority: 'urgent' })).flat()).toEqual([
    ...['overdue', 'today', 'By tonight', 'upcoming', 'later'],
  ]);
  const actor = { ...world.admin, type: 'user' as const, id: world.ports.ids.next() };
  expect((await run(getAgenda, {}, { actor })).sections.map((one: Answer) => one.count)).toEqual([0, 0, 0, 0]);
});

test('sections are counted, however few of their tasks are shown, and what is done is gone', async () => {
  const { id } = await task({ subject: 'Done', assigneeId: ursula, dueOn: '2030-03-02' });
  await run(completeTask, { id });
  const { sections, today, timeZone } = await run(getAgenda, { assignee: ursula, limit: 1 });
  expect({ today, timeZone }).toEqual({ today: '2030-03-04', timeZone: 'UTC' });
  expect(sections[0]).toMatchObject({
    name: 'overdue',
    count: 2,
    countIsExact: true,
    tasks: [{ subject: 'Late day' }],
  });
});

test('it is refused without the permission and with wrong input, and another workspace sees nothing', async () => {
  await refuses(getAgenda, {}, 'strange');
  for (const wrong of [{ timeZone: 'Mars/Olympus' }, { assignee: 'somebody' }, { priority: 'whenever' }, { limit: 0 }])
    await expect(run(getAgenda, wrong as never)).rejects.toMatchObject({ code: 'validation_failed' });
  expect((await agenda({ assignee: 'anyone' }, { actor: world.stranger })).flat()).toEqual([
    ...['overdue', 'today', 'upcoming', 'later'],
  ]);
});
