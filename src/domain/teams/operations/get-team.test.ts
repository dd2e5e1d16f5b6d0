import { expect, test } from 'vitest';
import { teamsWorld } from '../teams-world.fixture.ts';
import { getTeam } from './get-team.ts';

const world = await teamsWorld();

test('a team is read by its id, and by nobody else', async () => {
  const made = await world.make();
  expect(await world.run(getTeam, { id: made.id })).toEqual(made);
  await world.refuses(getTeam, { id: made.id });
});
