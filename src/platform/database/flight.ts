import type pg from 'pg';
import { lossOrError, openingOf, takeConnection } from './connections.ts';
import { build, type Query, statementName } from './query.ts';

/**
 * Reads in one flight: begin, the workspace, the selects and commit go out together without waiting for each other.
 * All queries see one snapshot. Errors: the first query's error, after the connection is clean again.
 */
export async function flyQueries(
  pool: pg.Pool,
  workspaceId: string | undefined,
  queries: Query<unknown>[],
): Promise<unknown[][]> {
  const compiled = queries.map((query) => query.compile(build));
  const opening = openingOf(workspaceId, 'read only');
  const client = await takeConnection(pool);
  const settled = await Promise.allSettled([
    client.query(opening),
    ...compiled.map((query) => client.query(preparedQuery(query))),
    client.query('commit'),
  ]);
  const failed = settled.find((one) => one.status === 'rejected');
  client.release(failed && (await isBroken(client)) ? true : undefined);
  if (failed) throw lossOrError(failed.reason);
  return settled.slice(1, -1).map((one) => (one.status === 'fulfilled' ? (one.value as pg.QueryResult).rows : []));
}

/** A compiled query as `pg` takes it: prepared under its name. */
export function preparedQuery(query: {
  sql: string;
  parameters: readonly unknown[];
  unprepared?: boolean;
}): pg.QueryConfig {
  const name = query.unprepared ? undefined : statementName(query.sql);
  return { ...(name ? { name } : {}), text: query.sql, values: [...query.parameters] };
}

/** After an error: whether the connection can no longer be trusted with somebody else's work. */
export async function isBroken(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query('rollback');
    return false;
  } catch {
    return true;
  }
}
