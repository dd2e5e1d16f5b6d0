import { expect, test } from 'vitest';
import { territoriesWorld } from '../territories-world.fixture.ts';
import { getTerritory } from './get-territory.ts';

const world = await territoriesWorld();

test('a territory is read by its id, and by nobody else', async () => {
  const made = await world.make();
  expect(await world.run(getTerritory, { id: made.id })).toEqual(made);
  await world.refuses(getTerritory, { id: made.id });
});
