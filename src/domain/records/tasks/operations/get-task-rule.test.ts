import { expect, test } from 'vitest';
import { tasksWorld } from '../tasks-world.fixture.ts';
import { createTaskRule } from './create-task-rule.ts';
import { getTaskRule } from './get-task-rule.ts';

const world = await tasksWorld();
const { run, refuses } = world;
const rule = { name: 'Follow up', event: 'contact.created', task: { subject: 'Greet {name}', dueInDays: 1 } };

test('one rule comes whole, and is refused without the permission and to another workspace', async () => {
  const made = await run(createTaskRule, rule);
  expect(await run(getTaskRule, { id: made.id })).toEqual(made);
  await refuses(getTaskRule, { id: made.id });
});
