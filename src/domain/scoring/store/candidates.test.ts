import pg from 'pg';
import { expect, test } from 'vitest';
import { type Sql, sql } from '#platform/database';
import { parseId } from '#platform/ids';
import { createContact, scoringWorld } from '../scoring-world.fixture.ts';
import { candidates } from './candidates.ts';

const world = await scoringWorld();
const reader = world.database.reader(world.workspaceId);

/** Runs statements in the workspace as who owns the tables. */
async function asOwner(...statements: string[]): Promise<void> {
  const owner = new pg.Client({ connectionString: world.urls.ownerUrl });
  await owner.connect();
  await owner.query(`select set_config('app.workspace_id', $1, false)`, [world.workspaceId]);
  for (const statement of statements) await owner.query(statement);
  await owner.end();
}

/** How the candidates are looked up. */
async function planOf(ids: readonly string[]): Promise<string> {
  let lines: { 'QUERY PLAN': string }[] = [];
  const explaining = {
    async rows(query: Parameters<Sql['rows']>[0]) {
      lines = await reader.rows(sql<{ 'QUERY PLAN': string }>`explain ${query as never}`);
      return [];
    },
  } as unknown as Sql;
  await candidates(explaining, ids, new Date(Date.now() - 90 * 86_400_000));
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}

test('activities are looked up by their contact, also where one contact has nearly all of them', async () => {
  const { id } = await world.run(createContact, { firstName: 'Busy' });
  const busy = parseId('ct', id);
  await asOwner(
    `insert into activities (id, subject, type, contact_id, occurred_at)
      select gen_random_uuid(), 'Visit', 'website_visit', '${busy}', now() - n * interval '1 minute' from generate_series(1, 8000) n`,
    'analyze activities',
  );
  const { id: other } = await world.run(createContact, { firstName: 'Ana' });
  const plan = await planOf([busy, parseId('ct', other)]);
  expect(plan).toMatch(/using activities_of_contact on activities/);
  expect(plan).not.toMatch(/activities_newest|Seq Scan on activities/);
  const found = await candidates(reader, [busy, parseId('ct', other)], new Date(0));
  expect(found.map((one) => one.subject.activities?.length ?? 0)).toEqual([2000, 0]);
  const times = found[0]?.subject.activities?.map(({ atMs }) => atMs) ?? [];
  expect(times).toEqual([...times].sort((a, b) => b - a));
});

test('deals are looked up by their contact, also before anything is known of how many there are', async () => {
  const { id } = await world.run(createContact, { firstName: 'Bo' });
  await asOwner(`insert into deals (id, name, contact_id, pipeline_id, stage_id, stage, currency, base_currency)
    select gen_random_uuid(), 'Deal', case when n % 3 = 0 then '${parseId('ct', id)}'::uuid end, pipeline_id, id, name, 'USD', 'USD'
    from (select * from pipeline_stages order by position limit 1) s, generate_series(1, 8000) n`);
  expect(await planOf([parseId('ct', id)])).toMatch(/using deals_by_contact on deals/);
});
