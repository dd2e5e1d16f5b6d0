import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { deleteDeal } from './delete-deal.ts';
import { getDeal } from './get-deal.ts';

const world = await dealsWorld();
const { run, make, refuses } = world;

test('a deleted deal is gone, which is told, and is not deleted twice', async () => {
  const { id } = await make();
  expect(await run(deleteDeal, { id })).toBeNull();
  for (const operation of [getDeal, deleteDeal])
    await expect(run(operation as typeof deleteDeal, { id })).rejects.toMatchObject({ code: 'not_found' });
  expect(await world.eventTypes()).toContain('crm.deal.deleted');
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await refuses(deleteDeal, { id: (await make()).id });
});
