import { type Database, sql } from '#platform/database';

/** How many jobs could run now and have not been begun. */
export async function waitingJobs(database: Database): Promise<number> {
  const row = await database.system.first<{ jobs: number }>(
    sql`select count(*)::integer as jobs from graphile_worker.jobs where run_at <= now() and locked_at is null`,
  );
  return row?.jobs ?? 0;
}
