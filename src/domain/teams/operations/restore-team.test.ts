import { expect, test } from 'vitest';
import { teamsWorld } from '../teams-world.fixture.ts';
import { deleteTeam } from './delete-team.ts';
import { restoreTeam } from './restore-team.ts';

const world = await teamsWorld();

test('a deleted team comes back as it was, and that is told', async () => {
  const made = await world.make();
  await world.run(deleteTeam, { id: made.id });
  expect(await world.run(restoreTeam, { id: made.id })).toMatchObject({ name: 'North', deletedAt: null });
  expect(await world.eventTypes()).toContain('crm.team.restored');
  await world.refuses(restoreTeam, { id: made.id });
});
