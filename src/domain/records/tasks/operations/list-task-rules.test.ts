import { expect, test } from 'vitest';
import { tasksWorld } from '../tasks-world.fixture.ts';
import { createTaskRule } from './create-task-rule.ts';
import { listTaskRules } from './list-task-rules.ts';

const world = await tasksWorld();
const { run, refuses } = world;
const rule = { name: 'Follow up', event: 'contact.created', task: { subject: 'Greet {name}', dueInDays: 1 } };

test('the rules are listed to those who may read them, and to no other workspace', async () => {
  await run(createTaskRule, rule);
  expect((await run(listTaskRules, {})).data).toMatchObject([{ name: 'Follow up' }]);
  await refuses(listTaskRules, {}, 'strange');
  expect((await run(listTaskRules, {}, { actor: world.stranger })).data).toEqual([]);
});
