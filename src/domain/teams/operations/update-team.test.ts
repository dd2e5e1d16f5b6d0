import { expect, test } from 'vitest';
import { teamsWorld } from '../teams-world.fixture.ts';
import { updateTeam } from './update-team.ts';

const world = await teamsWorld();
const { run, make, refuses } = world;

test('only what is given changes, and it is told', async () => {
  const { id } = await make({ description: 'Nice people' });
  const changed = await run(updateTeam, { id, name: 'South' } as never);
  expect(changed).toMatchObject({ name: 'South', description: 'Nice people', version: 2 });
  expect(await world.eventTypes()).toContain('crm.team.updated');
  await refuses(updateTeam, { id, name: 'B' });
});

test('no team is a part of itself, not even by way of others', async () => {
  const one = await make();
  const two = await make({ parentId: one.id });
  const three = await make({ parentId: two.id });
  for (const parentId of [two.id, three.id])
    await expect(run(updateTeam, { id: one.id, parentId } as never)).rejects.toMatchObject({ code: 'conflict' });
  await expect(run(updateTeam, { id: one.id, parentId: one.id } as never)).rejects.toMatchObject({ code: 'conflict' });
});
