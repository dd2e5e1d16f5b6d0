import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { bulkDeleteLeads } from './bulk-delete-leads.ts';
import { listLeads } from './list-leads.ts';

const world = await leadsWorld();

test('leads that meet a filter are deleted together, and that is told', async () => {
  for (const source of ['spam', 'spam', 'web']) await world.make({ source });
  const answer = await world.run(bulkDeleteLeads, { filter: { source: { eq: 'spam' } } });
  expect(answer).toMatchObject({ selected: 2, deleted: 2 });
  const { data } = await world.run(listLeads, {});
  expect(data).toHaveLength(1);
  expect(await world.eventTypes()).toContain('crm.lead.deleted');
  await world.refuses(bulkDeleteLeads, { ids: [data[0].id] });
});
