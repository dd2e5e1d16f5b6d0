import { expect, test } from 'vitest';
import { teamsWorld } from '../teams-world.fixture.ts';
import { createTeam } from './create-team.ts';

const world = await teamsWorld();
const { run, make, user, refuses } = world;

test('a team is part of another, has a manager, and is announced', async () => {
  const [bo, sales] = [await user(), await make({ name: 'Sales' })];
  expect(await make({ parentId: sales.id, managerId: bo.id })).toMatchObject({
    id: expect.stringMatching(/^tx_/),
    parent: { id: sales.id, name: 'Sales' },
    manager: { id: bo.id, name: 'Bo Berg' },
  });
  expect(await world.eventTypes()).toContain('crm.team.created');
});

test('mistakes are refused, and so are teams and people of another workspace', async () => {
  const sales = await make();
  const wrong = [{ name: '' }, { name: undefined }, { parentId: `tx_${'0'.repeat(32)}` }, { managerId: sales.id }];
  for (const values of wrong) await expect(make(values)).rejects.toMatchObject({ code: 'validation_failed' });
  const strange = run(createTeam, { name: 'A', parentId: sales.id } as never, { actor: world.stranger });
  await expect(strange).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(createTeam, { name: 'A' }, 'strange');
});
