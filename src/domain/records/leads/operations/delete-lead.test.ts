import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { deleteLead } from './delete-lead.ts';
import { listLeads } from './list-leads.ts';

const world = await leadsWorld();

test('a deleted lead is in no list, its contact stays, and that is told', async () => {
  const { id } = await world.make();
  await world.refuses(deleteLead, { id });
  await world.run(deleteLead, { id });
  expect((await world.run(listLeads, {})).data).toEqual([]);
  expect(await world.eventTypes()).toContain('crm.lead.deleted');
  expect(await world.eventTypes()).not.toContain('crm.contact.deleted');
});
