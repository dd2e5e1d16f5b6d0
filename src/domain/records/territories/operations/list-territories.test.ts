import { expect, test } from 'vitest';
import { territoriesWorld } from '../territories-world.fixture.ts';
import { listTerritories } from './list-territories.ts';

const world = await territoriesWorld();

test('territories come by name, and another workspace sees none', async () => {
  for (const name of ['West', 'Ost']) await world.make({ name });
  const { data } = await world.run(listTerritories, {});
  expect(data.map((one: { name: string }) => one.name)).toEqual(['Ost', 'West']);
  expect((await world.run(listTerritories, {}, { actor: world.stranger })).data).toEqual([]);
  await world.refuses(listTerritories, {}, 'strange');
});
