import { expect, test } from 'vitest';
import { routingWorld } from '../routing-world.fixture.ts';
import { listRules } from './list-rules.ts';

const world = await routingWorld();

test('rules come in the order in which they are asked, and another workspace sees none', async () => {
  for (const position of [30, 10, 20]) await world.make({ name: `Rule ${position}`, position });
  const { data } = await world.run(listRules, {});
  expect(data.map((one: { position: number }) => one.position)).toEqual([10, 20, 30]);
  expect((await world.run(listRules, {}, { actor: world.stranger })).data).toEqual([]);
  await world.refuses(listRules, {}, 'strange');
});
