import { expect, test } from 'vitest';
import { escalationsWorld } from '../escalations-world.fixture.ts';
import { getRule } from './get-rule.ts';

const world = await escalationsWorld();
const { run, refuses } = world;
const { id } = await world.rule({ when: 'rotting', days: 3 });

test('a rule is read', async () => {
  expect(await run(getRule, { id })).toMatchObject({ id, when: 'rotting', days: 3 });
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await refuses(getRule, { id });
});
