import type { Ports } from '#platform/context';
import { sql } from '#platform/database';

/**
 * Tells that a job has got on in this run, so that its earlier tries do not count against it: long work that is killed again and again
 * would otherwise wait longer each time, for six hours in the end, and be given up.
 */
export async function jobGotOn(ports: Ports, jobId: string): Promise<void> {
  await ports.database.system.rows(
    sql`update graphile_worker._private_jobs set attempts = 1 where id = ${jobId}::bigint and attempts > 1`,
  );
}
