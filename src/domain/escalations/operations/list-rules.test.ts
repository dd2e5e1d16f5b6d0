import { expect, test } from 'vitest';
import { escalationsWorld } from '../escalations-world.fixture.ts';
import { listRules } from './list-rules.ts';

const world = await escalationsWorld();
const { run, refuses } = world;
const { id } = await world.rule({ when: 'rotting', days: 3 });

test('rules are listed', async () => {
  expect((await run(listRules, {})).data).toMatchObject([{ id }]);
  expect((await run(listRules, {}, { actor: world.stranger })).data).toEqual([]);
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await refuses(listRules, {}, 'strange');
});
