import { expect, test } from 'vitest';
import { escalationsWorld } from '../escalations-world.fixture.ts';
import { deleteRule } from './delete-rule.ts';
import { restoreRule } from './restore-rule.ts';

const world = await escalationsWorld();
const { run, refuses } = world;
const { id } = await world.rule({ when: 'rotting', days: 3 });
const { id: other } = await world.rule({ when: 'rotting' });

test('a rule comes back', async () => {
  await run(deleteRule, { id: other });
  expect(await run(restoreRule, { id: other })).toMatchObject({ id: other });
  expect(await world.eventTypes()).toContain('crm.escalation_rule.restored');
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await refuses(restoreRule, { id });
});
