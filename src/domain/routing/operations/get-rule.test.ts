import { expect, test } from 'vitest';
import { routingWorld } from '../routing-world.fixture.ts';
import { getRule } from './get-rule.ts';

const world = await routingWorld();

test('a rule is read by its id, and by nobody else', async () => {
  const made = await world.make();
  expect(await world.run(getRule, { id: made.id })).toEqual(made);
  await world.refuses(getRule, { id: made.id });
});
