import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { bulkUpdateLeads } from './bulk-update-leads.ts';
import { listLeads } from './list-leads.ts';

const world = await leadsWorld();

test('many leads are changed in one change set, and it is taken back as one', async () => {
  const ids = [(await world.make()).id, (await world.make()).id];
  const answer = await world.run(bulkUpdateLeads, { ids, set: { status: 'working' } } as never);
  expect(answer).toMatchObject({ selected: 2, updated: 2 });
  await world.undoLast();
  const { data } = await world.run(listLeads, {});
  expect(data.map((one: { status: string }) => one.status)).toEqual(['new', 'new']);
  expect(await world.eventTypes()).toContain('crm.lead.updated');
  await world.refuses(bulkUpdateLeads, { ids, set: { title: 'x' } });
});
