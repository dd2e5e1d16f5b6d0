import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { operations } from '../../src/modules.ts';
import { plansOfList } from './plans.fixture.ts';

const world = await testWorld();
const deals = 50_000;
const rotting = { rotting: { eq: true } };
const list = (input: object) => world.run(operations.get('deals.list') as never, input as never);

beforeAll(async () => {
  const owner = new pg.Client({ connectionString: world.urls.ownerUrl });
  await owner.connect();
  await owner.query(`set app.workspace_id = '${world.workspaceId}'`);
  // One in fifty has been left lying: all others came to their stage within the last days.
  await owner.query(`insert into deals
      (id, name, pipeline_id, stage_id, stage, status, currency, base_currency, base_amount_minor, stage_since, created_at)
    select gen_random_uuid(), 'D'||i, s.pipeline_id, s.id, s.name, 'open', 'USD', 'USD', i * 100,
      now() - case when i % 50 = 0 then interval '100 days' else interval '1 second' * (i % 90000) end, now() - interval '1 minute' * i
    from generate_series(1, ${deals}) i join pipeline_stages s on s.workspace_id = '${world.workspaceId}' and s.position = 1 + (i % 2) * 3`);
  await owner.query('analyze');
  await owner.end();
}, 120_000);

test.each([
  ['latest first', {}],
  ['by what they are worth', { sort: '-amount' }],
  ['counted', { count: 'bounded' }],
])('a list of the deals that were left lying reads no table from end to end, %s', async (_name, more) => {
  const plans = await plansOfList(world, 'deal', { filter: rotting, ...more });
  expect(plans).not.toMatch(/Seq Scan on deals/);
  expect(plans).toMatch(/Index Cond: \(+workspace_id = /);
});

test('it finds just these', async () => {
  const { page } = (await list({ filter: rotting, limit: 1, count: 'exact' })) as { page: { total: number } };
  expect(page.total).toBe(deals / 50);
});
