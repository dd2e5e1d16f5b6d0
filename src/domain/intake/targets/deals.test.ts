import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { deal, dealsModule } from '#domain/records/deals';
import { historyModule } from '#domain/records/history';
import { pipelinesModule } from '#domain/records/pipelines';
import { productsModule } from '#domain/records/products';
import { sql } from '#platform/database';
import { operationCatalogue } from '#platform/operations';
import { listOperation } from '#platform/records';
import { testWorld } from '#platform/testing';
import { dryAndReal, imported, sharedFile } from '../import-fixture.ts';

const world = await testWorld();
const operations = operationCatalogue([pipelinesModule, dealsModule, productsModule, historyModule]);
const run = (name: string, input: object = {}) => world.run(operations.get(name) as never, input as never);
const reader = world.database.reader(world.workspaceId);

test('stages that nobody has made are told by the dry run and made in the default pipeline', async () => {
  const file = [
    'Opportunity ID,Product,Account,Stage,Close date,Amount,Currency',
    'A1,Widget,Ada GmbH,Pilot,2026-03-01,1200.50,EUR',
    'A2,Widget,,won,2026-02-01,10,USD',
    'A3,,Bo AG,Pilot,2026-02-01,99999999999999999999,USD',
    'A4,,Bo AG,Proposal,someday,7,XXX',
  ].join('\n');
  const [dry, real] = await dryAndReal(world, file, { object: 'deals' });
  expect(dry.notices).toContain("The pipeline 'Sales' has no stage 'Pilot': it would be added to it.");
  expect(dry).toMatchObject({ created: 4, accountsCreated: 2, rejected: 0 });
  expect(real).toMatchObject({ status: 'done', created: 4, accountsCreated: 2, rejected: 0 });
  expect(real.notices).toContain("The pipeline 'Sales' has no stage 'Pilot': it was added to it.");
  const { data } = await run('pipelines.list');
  expect(data[0].stages.map((one: { name: string }) => one.name)).toEqual([
    'Qualification',
    'Discovery',
    'Proposal',
    'Negotiation',
    'Pilot',
    'Closed Won',
    'Closed Lost',
  ]);
  const deals = (await run('deals.list', { sort: 'name' })).data;
  expect(deals.map((one: { externalId: string }) => one.externalId).sort()).toEqual(['A1', 'A2', 'A3', 'A4']);
  const byId = (id: string) => deals.find((one: { externalId: string }) => one.externalId === id);
  expect(byId('A1')).toMatchObject({
    name: 'Widget – Ada GmbH',
    stage: 'Pilot',
    amount: '1200.50',
    currency: 'EUR',
    baseAmount: null,
  });
  expect(byId('A2')).toMatchObject({
    status: 'won',
    closedAt: expect.stringMatching(/^2026-02-01T00:00:00/),
    needsAccount: true,
    amount: '10.00',
  });
  expect(byId('A3')).toMatchObject({ amount: null, stage: 'Pilot' });
  expect(byId('A4')).toMatchObject({ amount: '7.00', currency: 'USD', closeDate: null, stage: 'Proposal' });
});

test('the same file again changes nothing, and a changed row its deal', async () => {
  const file = 'Opportunity ID,Amount,Stage\nA2,10,won\nA4,8,Proposal\n';
  expect(await imported(world, file, { object: 'deals' })).toMatchObject({ created: 0, updated: 1, skipped: 1 });
});

const stageNames = async (): Promise<string[]> =>
  (await run('pipelines.list')).data[0].stages.map((one: { name: string }) => one.name);

test('an import is taken back whole, with the stage that it made; taking that back brings both again', async () => {
  const before = await stageNames();
  const file = 'Opportunity ID,Stage\nB1,Trial\nB2,Trial\n';
  const { changeSetId } = await imported(world, file, { object: 'deals' });
  expect(await stageNames()).toContain('Trial');
  const undone = await run('changes.undo', { changeSetId });
  const filter = { externalId: { in: ['B1', 'B2'] } };
  expect((await run('deals.list', { filter })).data).toEqual([]);
  expect(await stageNames()).toEqual(before);
  await run('changes.undo', { changeSetId: undone.changeSetId });
  expect((await run('deals.list', { filter })).data).toMatchObject([{ stage: 'Trial' }, { stage: 'Trial' }]);
});

test('a stage that an import made stays while another deal stands in it, and goes though others were changed since', async () => {
  const file = 'Opportunity ID,Stage\nC1,Loaned\nC2,Leased\n';
  const { changeSetId } = await imported(world, file, { object: 'deals' });
  const [{ id, stages }] = (await run('pipelines.list')).data;
  const leased = stages.find((one: { name: string }) => one.name === 'Leased');
  await run('deals.create', { name: 'Ours', stageId: leased.id });
  const renamed = stages.map((one: { name: string }) => (one.name === 'Discovery' ? { ...one, color: 'red' } : one));
  await run('pipelines.setStages', { id, stages: renamed });
  await run('changes.undo', { changeSetId });
  expect(await stageNames()).not.toContain('Loaned');
  expect(await stageNames()).toContain('Leased');
});

const pipelineFile = await sharedFile('deals/sales_pipeline.csv');
const productFile = await sharedFile('deals/products.csv');
const accountFile = await sharedFile('deals/accounts.csv');
const said = pipelineFile ? '' : ' (not looked at: the shared data are not on this machine)';

test(`a pipeline of 8,800 deals comes in whole, dates and money right${said}`, async () => {
  if (!pipelineFile || !productFile || !accountFile) return;
  expect(await imported(world, productFile, { object: 'products' })).toMatchObject({ rows: 7, created: 7 });
  expect(await imported(world, accountFile, { object: 'accounts' })).toMatchObject({ rows: 85, rejected: 0 });
  const [dry, real] = await dryAndReal(world, pipelineFile, { object: 'deals' });
  for (const one of [dry, real])
    expect(one).toMatchObject({
      rows: 8800,
      created: 8800,
      updated: 0,
      merged: 0,
      skipped: 0,
      rejected: 0,
      accountsCreated: 0,
    });
  expect(dry.notices.join()).toMatch(
    /no stage 'Engaging'.*no stage 'Prospecting'|no stage 'Prospecting'.*no stage 'Engaging'/,
  );
  const rows: Record<string, string>[] = parse(pipelineFile, { columns: true });
  const won = rows.filter((one) => one.deal_stage === 'Won');
  const { data } = await run('pipelines.list');
  const metrics = await run('pipelines.metrics', { id: data[0].id });
  const imports = await reader.first<{ won: string; sum: string; lacking: number }>(sql`
    select count(*) filter (where status = 'won')::text as won, sum(amount_minor) filter (where status = 'won')::text as sum,
      count(*) filter (where needs_account) as lacking
    from deals where workspace_id = kith.workspace_id() and import_id = ${uuidOf(real.id)} and deleted_at is null`);
  const cents = won.reduce((sum, one) => sum + BigInt(one.close_value ?? 0) * 100n, 0n);
  expect(imports).toEqual({ won: String(won.length), sum: cents.toString(), lacking: 1425 });
  expect(metrics.won.count).toBe(won.length + 1);
  const first = await world.run(listOperation(deal), { filter: { externalId: { eq: '1C1I7A6R' } } });
  expect(first.data).toMatchObject([
    {
      name: 'GTX Plus Basic – Cancity',
      account: { name: 'Cancity' },
      amount: '1054.00',
      createdDate: '2016-10-20',
      closeDate: '2017-03-01',
      status: 'won',
    },
  ]);
  const unresolved = (await run('products.unresolved')).data;
  expect(unresolved.find((one: { name: string }) => one.name === 'GTXPro')).toMatchObject({
    items: 1480,
    suggestion: { name: 'GTX Pro' },
  });
  const told = await reader.first<{ count: number }>(sql`select count(*) as count from import_rows
    where workspace_id = kith.workspace_id() and import_id = ${uuidOf(real.id)} and reason like '%''GTXPro''%Did you mean ''GTX Pro''%'`);
  expect(told?.count).toBe(1480);
}, 240_000);

function uuidOf(id: string): string {
  const hex = id.slice('im_'.length);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
