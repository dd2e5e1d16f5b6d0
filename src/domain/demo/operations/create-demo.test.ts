import { expect, test } from 'vitest';
import { account } from '#domain/records/accounts';
import { contact } from '#domain/records/contacts';
import { deal } from '#domain/records/deals';
import { lead } from '#domain/records/leads';
import { sql } from '#platform/database';
import { parseId } from '#platform/ids';
import { listOperation } from '#platform/records';
import type { Answer } from '#platform/testing';
import { demoWorld } from '../demo-world.fixture.ts';
import { demoModule } from '../index.ts';
import { createDemo } from './create-demo.ts';
import { getDemo } from './get-demo.ts';

const world = await demoWorld();
const [listContacts, listAccounts] = [listOperation(contact), listOperation(account)];

test('mistakes and missing permissions are refused', async () => {
  for (const contacts of [0, -1, 1.5, 1_000_001, 'many'])
    await expect(world.run(createDemo, { contacts } as never)).rejects.toMatchObject({ code: 'validation_failed' });
  const actor = world.actorWith('contacts:write');
  await expect(world.run(createDemo, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  expect(demoModule.name).toBe('demo');
});

test('a demo is made in the background, once, by a job that goes on where it was killed', async () => {
  expect(await world.run(createDemo, { contacts: 1200 })).toMatchObject({
    status: 'making',
    accounts: 180,
    contacts: 1200,
  });
  await expect(world.run(createDemo, {})).rejects.toMatchObject({ code: 'conflict' });
  await expect(world.make(2)).rejects.toThrow(/goes on/);
  expect(await world.run(getDemo, {})).toMatchObject({ status: 'making', accounts: 180, contacts: 500 });
  await world.make();
  await world.make();
  const demo = await world.run(getDemo, {});
  expect(demo).toMatchObject({ status: 'ready', accounts: 180, contacts: 1200, progress: 1 });
  expect(await world.counts()).toMatchObject({ accounts: 180, contacts: 1200, activities: demo.activities });
  expect(await world.eventTypes()).toEqual(
    expect.arrayContaining(['demo.ready', 'crm.account.created', 'crm.contact.created', 'crm.activity.logged']),
  );
});

test('its people have a past, a company, consents, and scores of every tier', async () => {
  const { data } = await world.run(listContacts, { limit: 200, sort: '-leadScore' });
  expect(data[0].leadScore).toBeGreaterThan(80);
  const tiers = new Set<string>();
  for (const tier of ['COLD', 'WARM', 'HOT', 'SALES_READY']) {
    const page = await world.run(listContacts, { limit: 1, filter: { scoreTier: { eq: tier } } });
    for (const one of page.data) tiers.add(one.scoreTier);
  }
  expect([...tiers]).toEqual(['COLD', 'WARM', 'HOT', 'SALES_READY']);
  for (const one of data as Answer[]) {
    expect(one).toMatchObject({ source: 'demo', owner: null, account: { id: one.accountId } });
    expect(Date.parse(one.createdAt)).toBeLessThan(Date.now() - 1000);
    expect(one.gdprConsent).toBe(one.gdprConsentDate !== null);
    expect(one.qualityScore).toBeGreaterThan(0.5);
  }
});

test('its leads stand with its people and are worth looking at', async () => {
  const { data } = await world.run(listOperation(lead), { limit: 200 });
  expect(data.length).toBeGreaterThan(20);
  expect(data[0].score).toBeGreaterThan(60);
  for (const one of data as Answer[])
    expect(one).toMatchObject({ contact: { name: one.name }, account: { name: one.company }, tags: ['demo'] });
});

test('its deals are a year of business: open ones in every stage, won and lost ones', async () => {
  const { data } = await world.run(listOperation(deal), { limit: 200 });
  expect(new Set(data.map((one: Answer) => one.stage)).size).toBe(6);
  for (const one of data as Answer[]) {
    expect(one).toMatchObject({ account: expect.anything(), contact: expect.anything(), tags: ['demo'] });
    expect(Number(one.baseAmount)).toBeGreaterThan(0);
    expect(one.status === 'open').toBe(one.closedAt === null);
  }
});

test('its deals have come through the stages, some with what is sold and who decides, and nobody has touched them since', async () => {
  const reader = world.database.reader(world.workspaceId);
  const { data } = await world.run(listOperation(deal), { limit: 200, filter: { stage: { eq: 'Negotiation' } } });
  for (const one of data as Answer[]) expect(one).toMatchObject({ version: 1, updatedAt: one.stageSince });
  const steps = await reader.rows<{ steps: number; hours: number; late: number }>(sql`
    select count(*) as steps, count(h.time_in_stage_hours) as hours, count(*) filter (where h.changed_at > d.stage_since) as late
    from deal_stage_history h join deals d on d.workspace_id = h.workspace_id and d.id = h.deal_id
    where h.workspace_id = kith.workspace_id() and d.stage = 'Negotiation' group by d.id`);
  expect(steps.length).toBe(data.length);
  for (const one of steps) expect(one).toEqual({ steps: 4, hours: 3, late: 0 });
  const sums = await reader.rows(sql`select d.id from deals d
    join deal_line_items i on i.workspace_id = d.workspace_id and i.deal_id = d.id
    where d.workspace_id = kith.workspace_id() and d.amount_from_items
    group by d.id, d.amount_minor having sum(i.total_minor) <> d.amount_minor`);
  expect(sums).toEqual([]);
  const { products, parts, tasks } = await world.counts();
  expect([products, parts > 100, tasks > 20]).toEqual([6, true, true]);
});

test('some of its companies belong to others', async () => {
  const { data } = await world.run(listAccounts, { limit: 200, filter: { parentAccountId: { empty: false } } });
  expect(data.length).toBeGreaterThan(0);
});

test('all of it is one change set, done with the last of it, and another workspace has no demo', async () => {
  const { changeSetId } = await world.run(getDemo, {});
  const sets = await world.database
    .reader(world.workspaceId)
    .rows(sql`select status, records from change_sets where id = ${parseId('cs', changeSetId)}`);
  const { accounts, contacts, activities, leads, deals, tasks, products, parts } = await world.counts();
  const records = accounts + contacts + activities + leads + deals + tasks + products + parts;
  expect(sets).toEqual([{ status: 'done', records }]);
  expect(await world.run(getDemo, {}, { actor: world.stranger })).toMatchObject({ status: 'none', contacts: 0 });
});
