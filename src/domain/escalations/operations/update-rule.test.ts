import { expect, test } from 'vitest';
import { escalationsWorld } from '../escalations-world.fixture.ts';
import { updateRule } from './update-rule.ts';

const world = await escalationsWorld();
const { run, refuses } = world;
const { id } = await world.rule({ when: 'rotting', days: 3 });

test('a rule is changed, and stays one that can be applied', async () => {
  expect(await run(updateRule, { id, days: 5 } as never)).toMatchObject({ days: 5, version: 2 });
  await expect(run(updateRule, { id, event: 'deal.won' } as never)).rejects.toMatchObject({
    code: 'validation_failed',
  });
  expect(await world.eventTypes()).toContain('crm.escalation_rule.updated');
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await refuses(updateRule, { id, name: 'Renamed' } as never);
});
