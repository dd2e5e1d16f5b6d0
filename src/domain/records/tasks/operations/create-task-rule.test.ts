import { expect, test } from 'vitest';
import { tasksWorld } from '../tasks-world.fixture.ts';
import { createTaskRule } from './create-task-rule.ts';

const world = await tasksWorld();
const { run, refuses } = world;
const rule = { name: 'Follow up', event: 'contact.created', task: { subject: 'Greet {name}', dueInDays: 1 } };

test('a rule is made by any name of its event, and its name is taken', async () => {
  expect(await run(createTaskRule, rule)).toMatchObject({ event: 'crm.contact.created', enabled: true });
  expect(await world.eventTypes()).toContain('crm.taskRule.created');
  await expect(run(createTaskRule, rule)).rejects.toMatchObject({ code: 'conflict' });
});

test('a rule that could never be applied is refused with its mistake', async () => {
  const wrong: [object, string][] = [
    [{ event: 'moon.full' }, 'event'],
    [{ event: 'crm.task.created' }, 'event'],
    [{ task: {} }, 'task.subject'],
    [{ task: { subject: 'x', repeat: 'often', dueInDays: 1 } }, 'task.repeat'],
    [{ task: { subject: 'x', assigneeId: 'nobody' } }, 'task.assigneeId'],
    [{ task: { subject: 'x', assigneeId: `us_${'0'.repeat(32)}` } }, 'task.assigneeId'],
  ];
  for (const [values, path] of wrong)
    await expect(run(createTaskRule, { ...rule, name: 'Wrong', ...values })).rejects.toMatchObject({
      code: 'validation_failed',
      mistakes: [{ path }],
    });
  const unknown = { ...rule, name: 'Wrong', filter: { colour: { eq: 'red' } } };
  await expect(run(createTaskRule, unknown)).rejects.toMatchObject({ code: 'unknown_field' });
});

test('who may only write tasks makes no rules', async () => {
  await refuses(createTaskRule, { ...rule, name: 'Other' }, 'strange');
});
