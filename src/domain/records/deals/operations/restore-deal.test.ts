import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { deleteDeal } from './delete-deal.ts';
import { restoreDeal } from './restore-deal.ts';

const world = await dealsWorld();
const { run, make, refuses } = world;

test('a deleted deal comes back as it was, which is told', async () => {
  const { id } = await make({ stage: 'Proposal', amount: '7' });
  await run(deleteDeal, { id });
  expect(await run(restoreDeal, { id })).toMatchObject({ id, stage: 'Proposal', amount: '7.00', deletedAt: null });
  expect(await world.eventTypes()).toContain('crm.deal.restored');
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  const { id } = await make();
  await run(deleteDeal, { id });
  await refuses(restoreDeal, { id });
});
