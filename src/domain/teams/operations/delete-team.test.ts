import { expect, test } from 'vitest';
import { teamsWorld } from '../teams-world.fixture.ts';
import { deleteTeam } from './delete-team.ts';
import { listTeams } from './list-teams.ts';

const world = await teamsWorld();

test('a deleted team is in no list, and that is told', async () => {
  const { id } = await world.make();
  await world.refuses(deleteTeam, { id });
  await world.run(deleteTeam, { id });
  expect((await world.run(listTeams, {})).data).toEqual([]);
  expect(await world.eventTypes()).toContain('crm.team.deleted');
});
