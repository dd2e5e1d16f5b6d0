import { expect, test } from 'vitest';
import { escalationsWorld } from '../escalations-world.fixture.ts';
import { deleteRule } from './delete-rule.ts';

const world = await escalationsWorld();
const { run, refuses } = world;
const { id } = await world.rule({ when: 'rotting', days: 3 });
const { id: other } = await world.rule({ when: 'rotting' });

test('a rule is deleted', async () => {
  expect(await run(deleteRule, { id: other })).toBeNull();
  expect(await world.eventTypes()).toContain('crm.escalation_rule.deleted');
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await refuses(deleteRule, { id });
});
