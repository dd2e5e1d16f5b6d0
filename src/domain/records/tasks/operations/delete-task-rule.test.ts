import { expect, test } from 'vitest';
import { tasksWorld } from '../tasks-world.fixture.ts';
import { createTaskRule } from './create-task-rule.ts';
import { deleteTaskRule } from './delete-task-rule.ts';

const world = await tasksWorld();
const { run, refuses } = world;
const rule = { name: 'Follow up', event: 'contact.created', task: { subject: 'Greet {name}', dueInDays: 1 } };

test('a deleted rule is gone, its name is free, and that is told', async () => {
  const { id } = await run(createTaskRule, rule);
  await refuses(deleteTaskRule, { id });
  await run(deleteTaskRule, { id });
  expect(await world.eventTypes()).toContain('crm.taskRule.deleted');
  expect(await run(createTaskRule, rule)).toMatchObject({ name: 'Follow up' });
});
