import { expect, test } from 'vitest';
import { tasksWorld } from '../tasks-world.fixture.ts';
import { createTaskRule } from './create-task-rule.ts';
import { updateTaskRule } from './update-task-rule.ts';

const world = await tasksWorld();
const { run, refuses } = world;
const rule = { name: 'Follow up', event: 'contact.created', task: { subject: 'Greet {name}', dueInDays: 1 } };

test('a rule is switched off, and that is told', async () => {
  const { id } = await run(createTaskRule, rule);
  await refuses(updateTaskRule, { id, enabled: false });
  expect(await run(updateTaskRule, { id, enabled: false })).toMatchObject({ enabled: false, version: 2 });
  expect(await world.eventTypes()).toContain('crm.taskRule.updated');
  await expect(run(updateTaskRule, { id, task: {} })).rejects.toMatchObject({ code: 'validation_failed' });
});
