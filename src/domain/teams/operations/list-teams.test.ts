import { expect, test } from 'vitest';
import { teamsWorld } from '../teams-world.fixture.ts';
import { listTeams } from './list-teams.ts';

const world = await teamsWorld();

test('teams come by name, and another workspace sees none', async () => {
  const west = await world.make({ name: 'West' });
  await world.make({ name: 'East', parentId: west.id });
  const names = async (filter?: object, actor = world.admin) =>
    (await world.run(listTeams, { filter }, { actor })).data.map((one: { name: string }) => one.name);
  expect(await names()).toEqual(['East', 'West']);
  expect(await names({ parentId: { eq: west.id } })).toEqual(['East']);
  expect(await names(undefined, world.stranger)).toEqual([]);
  await world.refuses(listTeams, {}, 'strange');
});
