import pg from 'pg';
import { expect, test } from 'vitest';
import { type Sql, sql } from '#platform/database';
import { parseId } from '#platform/ids';
import { createContact, scoringWorld } from '../scoring-world.fixture.ts';
import { candidates } from './candidates.ts';

const world = await scoringWorld();
const reader = world.database.reader(world.workspaceId);

/** Makes activities of a contact, and lets the planner know. */
async function plant(contactId: string, count: number): Promise<void> {
  const owner = new pg.Client({ connectionString: world.urls.ownerUrl });
  await owner.connect();
  await owner.query(`select set_config('app.workspace_id', $1, false)`, [world.workspaceId]);
  await owner.query(
    `insert into activities (id, subject, type, contact_id, occurred_at)
      select gen_random_uuid(), 'Visit', 'website_visit', $1, now() - n * interval '1 minute' from generate_series(1, $2::integer) n`,
    [contactId, count],
  );
  await owner.query('analyze activities');
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
  await plant(busy, 8000);
  const { id: other } = await world.run(createContact, { firstName: 'Ana' });
  const plan = await planOf([busy, parseId('ct', other)]);
  expect(plan).toMatch(/using activities_of_contact on activities/);
  expect(plan).not.toMatch(/activities_newest|Seq Scan on activities/);
  const found = await candidates(reader, [busy, parseId('ct', other)], new Date(0));
  expect(found.map((one) => one.subject.activities?.length ?? 0)).toEqual([2000, 0]);
  const times = found[0]?.subject.activities?.map(({ atMs }) => atMs) ?? [];
  expect(times).toEqual([...times].sort((a, b) => b - a));
});
