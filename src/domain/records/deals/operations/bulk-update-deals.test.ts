import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { bulkUpdateDeals } from './bulk-update-deals.ts';
import { getDeal } from './get-deal.ts';

const world = await dealsWorld();
const { run, make, refuses } = world;

test('those that a filter finds come to a stage together, and each step is told', async () => {
  const ids = [(await make({ amount: '1' })).id, (await make({ amount: '2' })).id];
  const answer = await run(bulkUpdateDeals, { filter: { amount: { lte: '2' } }, set: { stage: 'Proposal' } } as never);
  expect(answer).toMatchObject({ selected: 2, updated: 2, changeSetId: expect.stringMatching(/^cs_/) });
  expect(await run(getDeal, { id: ids[1] })).toMatchObject({ stage: 'Proposal', probability: 50, version: 2 });
  expect(await world.told('crm.deal.stage_changed')).toHaveLength(2);
});

test('lost without a reason changes none; an unknown stage and another workspace are refused', async () => {
  const ids = [(await make()).id];
  await expect(run(bulkUpdateDeals, { ids, set: { stage: 'lost' } } as never)).rejects.toMatchObject({
    code: 'stage_requires',
  });
  await expect(run(bulkUpdateDeals, { ids, set: { stage: 'x' } } as never)).rejects.toMatchObject({
    code: 'validation_failed',
  });
  expect(await run(getDeal, { id: ids[0] })).toMatchObject({ version: 1 });
  await refuses(bulkUpdateDeals, { ids, set: { nextStep: 'x' } });
});
