import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '#platform/testing';

const { ownerUrl } = await testDatabase();
const owner = new pg.Client({ connectionString: ownerUrl });
await owner.connect();
afterAll(() => owner.end());

test.each(['accounts', 'contacts', 'activities'])(
  'while %s has no statistics, a foreign key is checked by its primary key',
  async (table) => {
    await owner.query('set plan_cache_mode = force_generic_plan');
    await owner.query(
      `prepare look_up (uuid, uuid) as select 1 from only ${table} where workspace_id = $1 and id = $2 for key share`,
    );
    const plan = await owner.query(`explain execute look_up (null, null)`);
    await owner.query('deallocate look_up');
    const lines = plan.rows.map((row: Record<string, string>) => row['QUERY PLAN']).join('\n');
    expect(lines).toContain(`using ${table}_pkey`);
  },
);
