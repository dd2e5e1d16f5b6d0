import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { assignSomeLeads } from './assign-leads.ts';
import { getLead } from './get-lead.ts';

const world = await leadsWorld();
const { run, make } = world;

test('several leads go to one person in one change set', async () => {
  const bo = await world.user();
  const ids = [(await make()).id, (await make()).id];
  expect(await run(assignSomeLeads, { ids, ownerId: bo.id })).toMatchObject({ assigned: 2, left: [] });
  expect(await run(getLead, { id: ids[1] })).toMatchObject({ ownerId: bo.id });
  expect(await world.eventTypes()).toContain('crm.lead.assigned');
});

test('the rules share them, and what they leave is told with the reason', async () => {
  const { id } = await make();
  expect(await run(assignSomeLeads, { id })).toMatchObject({
    assigned: 0,
    left: [{ id, because: expect.any(String) }],
  });
  await world.share(await world.user('Cy'), await world.user('Di'));
  const ids = [(await make()).id, (await make()).id];
  expect(await run(assignSomeLeads, { ids })).toMatchObject({ assigned: 2 });
});

test('mistakes are refused', async () => {
  await expect(run(assignSomeLeads, {})).rejects.toMatchObject({ code: 'validation_failed' });
  await world.refuses(assignSomeLeads, { id: (await make()).id });
});
