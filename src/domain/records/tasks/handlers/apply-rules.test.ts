import { expect, test } from 'vitest';
import { account } from '#domain/records/accounts';
import { contact } from '#domain/records/contacts';
import { sql } from '#platform/database';
import { createOperation, updateOperation } from '#platform/records';
import { createTaskRule } from '../operations/create-task-rule.ts';
import { getTaskRule } from '../operations/get-task-rule.ts';
import { listTasks } from '../operations/list-tasks.ts';
import { updateTaskRule } from '../operations/update-task-rule.ts';
import { tasksWorld } from '../tasks-world.fixture.ts';
import { applyRules } from './apply-rules.ts';

const world = await tasksWorld();
const { run, person } = world;
const ownerId = await world.userIn('Asia/Tokyo');
const made = async (subject: string) =>
  (await run(listTasks, {})).data.filter((one: { subject: string }) => one.subject.startsWith(subject));
const settle = () => world.handle(applyRules);

test('when it happens and the condition holds, the task is made, once', async () => {
  const rule = await run(createTaskRule, {
    name: 'Greet',
    event: 'crm.contact.created',
    filter: { city: { eq: 'Berlin' } },
    task: { subject: 'Greet {name}', dueInDays: 1, assignTo: 'owner', priority: 'high' },
  });
  const ana = await person({ city: 'Berlin', ownerId });
  await person({ firstName: 'Bo', city: 'Paris' });
  await settle();
  await settle();
  expect(await made('Greet')).toMatchObject([
    {
      subject: 'Greet Ana',
      contactId: ana.id,
      assigneeId: ownerId,
      dueOn: '2030-03-05',
      dueAt: '2030-03-05T15:00:00+00:00',
      priority: 'high',
      ruleId: rule.id,
    },
  ]);
});

test('what the event says can be asked for: only a changed title makes a task', async () => {
  await run(createTaskRule, {
    name: 'Title',
    event: 'contact.updated',
    data: { fields: 'title' },
    task: { subject: 'Congratulate {name}' },
  });
  const { id } = await person({ firstName: 'Cy' });
  await run(updateOperation(contact), { id, city: 'Rome' });
  await settle();
  expect(await made('Congratulate')).toEqual([]);
  await run(updateOperation(contact), { id, title: 'CEO' });
  await settle();
  expect(await made('Congratulate')).toMatchObject([{ contactId: id }]);
});

test('a rule that is switched off makes nothing, and rules of another workspace hear nothing', async () => {
  const { id } = await run(createTaskRule, { name: 'Off', event: 'contact.created', task: { subject: 'Off' } });
  await run(updateTaskRule, { id, enabled: false });
  const elsewhere = { name: 'Elsewhere', event: 'contact.created', task: { subject: 'Elsewhere' } };
  await run(createTaskRule, elsewhere, { actor: world.stranger });
  await person({ firstName: 'Di' });
  await settle();
  expect([await made('Off'), await made('Elsewhere')]).toEqual([[], []]);
  expect((await run(listTasks, {}, { actor: world.stranger })).data).toEqual([]);
});

test('a rule whose field is gone is switched off and told, and the others go on', async () => {
  const { id } = await run(createTaskRule, { name: 'Broken', event: 'account.created', task: { subject: 'Broken' } });
  await run(createTaskRule, { name: 'Whole', event: 'account.created', task: { subject: 'Whole {name}' } });
  await world.database.write(world.workspaceId, async (tx) => {
    await tx.rows(sql`update task_rules set filter = '{"gone":{"eq":1}}' where name = 'Broken'`);
  });
  await run(createOperation(account), { name: 'Ada GmbH' });
  await settle();
  expect(await run(getTaskRule, { id })).toMatchObject({ enabled: false });
  expect(await world.eventTypes()).toContain('crm.taskRule.stopped');
  expect(await made('Whole')).toMatchObject([{ subject: 'Whole Ada GmbH', account: { name: 'Ada GmbH' } }]);
});
