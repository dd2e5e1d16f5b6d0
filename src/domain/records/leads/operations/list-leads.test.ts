import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { listLeads } from './list-leads.ts';

const at = { ms: Date.parse('2026-11-01T10:00:00Z') };
const world = await leadsWorld({ clock: { now: () => new Date(at.ms) } });
const names = async (input: object = {}) =>
  (await world.run(listLeads, input)).data.map((one: { firstName: string }) => one.firstName);

test('the inbox shows the best first, and of equals who has waited longest, page after page', async () => {
  for (const [firstName, title] of [
    ['Old', 'Clerk'],
    ['Chief', 'CEO'],
    ['Young', 'Clerk'],
    ['Second', 'CEO'],
  ]) {
    at.ms += 60_000;
    await world.make({ firstName, title });
  }
  expect(await names()).toEqual(['Chief', 'Second', 'Old', 'Young']);
  const first = await world.run(listLeads, { limit: 3 });
  expect(await names({ cursor: first.page.next })).toEqual(['Young']);
});

test('leads are found by source, status and whether they are open', async () => {
  await world.make({ firstName: 'Fair', source: 'fair', status: 'working' });
  const filter = { source: { eq: 'fair' }, status: { eq: 'working' }, closedAt: { empty: true } };
  expect(await names({ filter })).toEqual(['Fair']);
  expect((await world.run(listLeads, {}, { actor: world.stranger })).data).toEqual([]);
  await world.refuses(listLeads, {}, 'strange');
});
