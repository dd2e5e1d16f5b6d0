import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { bulkDeleteDeals } from './bulk-delete-deals.ts';
import { getDeal } from './get-deal.ts';

const world = await dealsWorld();
const { run, make, refuses } = world;

test('many deals are deleted in one change set, and that is told once', async () => {
  const ids = [(await make()).id, (await make()).id];
  expect(await run(bulkDeleteDeals, { ids })).toMatchObject({ selected: 2, deleted: 2 });
  await expect(run(getDeal, { id: ids[0] })).rejects.toMatchObject({ code: 'not_found' });
  expect((await world.eventTypes()).filter((type) => type === 'crm.deal.deleted')).toHaveLength(1);
});

test('nobody selected, a missing permission and another workspace are refused', async () => {
  await expect(run(bulkDeleteDeals, {})).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(bulkDeleteDeals, { ids: [(await make()).id] });
});
