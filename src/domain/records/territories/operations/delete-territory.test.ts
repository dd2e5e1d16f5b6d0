import { expect, test } from 'vitest';
import { territoriesWorld } from '../territories-world.fixture.ts';
import { deleteTerritory } from './delete-territory.ts';
import { listTerritories } from './list-territories.ts';

const world = await territoriesWorld();

test('a deleted territory is in no list, and that is told', async () => {
  const { id } = await world.make();
  await world.refuses(deleteTerritory, { id });
  await world.run(deleteTerritory, { id });
  expect((await world.run(listTerritories, {})).data).toEqual([]);
  expect(await world.eventTypes()).toContain('crm.territory.deleted');
});
