import { expect, test } from 'vitest';
import { tasksModule } from '../index.ts';
import { tasksWorld } from '../tasks-world.fixture.ts';
import { createTask } from './create-task.ts';

const world = await tasksWorld();
const { run, task, refuses } = world;

test('a subject is enough, and a task is told', async () => {
  expect(tasksModule.name).toBe('tasks');
  expect(await task()).toMatchObject({ status: 'open', priority: 'normal', dueAt: null, repeatFrom: null, version: 1 });
  expect(await world.eventTypes()).toContain('crm.task.created');
});

test('a day ends where the assignee is, and without one where the workspace is', async () => {
  const assigneeId = await world.userIn('Asia/Tokyo');
  expect(await task({ dueOn: '2030-03-06', assigneeId })).toMatchObject({
    dueOn: '2030-03-06',
    dueAt: '2030-03-06T15:00:00+00:00',
    assignee: { name: 'Ursula' },
  });
  expect(await task({ dueOn: '2030-03-06' })).toMatchObject({ dueAt: '2030-03-07T00:00:00+00:00' });
});

test('a task about a contact is about the account too', async () => {
  const person = await world.person();
  expect(await task({ contactId: person.id, queue: 'callbacks' })).toMatchObject({
    contactId: person.id,
    queue: 'callbacks',
  });
});

test('mistakes are refused with their place', async () => {
  const wrong: [object, string][] = [
    [{ subject: ' ' }, 'subject'],
    [{ subject: 'x'.repeat(501) }, 'subject'],
    [{ repeat: 'often', dueOn: '2030-03-06' }, 'repeat'],
    [{ repeat: 'daily' }, 'repeat'],
    [{ dueOn: '2030-02-30' }, 'dueOn'],
    [{ dueAt: '2030-03-06T00:00:00Z', remindAt: '2030-03-07T00:00:00Z' }, 'remindAt'],
    [{ priority: 'whenever' }, 'priority'],
    [{ assigneeId: `us_${'0'.repeat(32)}` }, 'assigneeId'],
    [{ completedAt: '2030-03-06T00:00:00Z' }, 'completedAt'],
  ];
  for (const [values, path] of wrong)
    await expect(task(values)).rejects.toMatchObject({ code: 'validation_failed', mistakes: [{ path }] });
});

test('it is refused without the permission and with what is unknown', async () => {
  await refuses(createTask, { subject: 'x' }, 'strange');
  const person = await world.person();
  await expect(
    run(createTask, { subject: 'x', contactId: person.id }, { actor: world.stranger }),
  ).rejects.toMatchObject({
    code: 'validation_failed',
  });
});
