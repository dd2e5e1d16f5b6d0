import type pg from 'pg';
import { lossOrError, openingOf, takeConnection } from './connections.ts';
import { gatherWrites } from './gather-writes.ts';
import { build, type Query, statementName } from './query.ts';
import type { Reach } from './reach.ts';

/**
 * Reads in one flight: begin, the workspace, the selects and commit go out together without waiting for each other.
 * Each query has a snapshot of its own. Errors: the first query's error, after the connection is clean again.
 */
export async function flyQueries(
  pool: pg.Pool,
  workspaceId: string | undefined,
  queries: Query<unknown>[],
  reach?: Reach,
): Promise<unknown[][]> {
  const prepared = queries.map((query) => preparedQuery(query.compile(build)));
  const opening = openingOf(workspaceId, 'read only', reach);
  const client = await takeConnection(pool);
  gatherWrites(client);
  const settled = await Promise.allSettled([
    client.query(opening),
    ...prepared.map((query) => client.query(query)),
    client.query('commit'),
  ]);
  const failed = settled.find((one) => one.status === 'rejected');
  client.release(failed && (await isBroken(client, failed.reason)) ? true : undefined);
  if (failed) throw lossOrError(failed.reason);
  return settled.slice(1, -1).map((one) => (one.status === 'fulfilled' ? (one.value as pg.QueryResult).rows : []));
}

/** A compiled query as `pg` takes it: prepared under its name. Throws on a value that cannot become text, before any connection hears of it. */
export function preparedQuery(query: {
  sql: string;
  parameters: readonly unknown[];
  unprepared?: boolean;
}): pg.QueryConfig {
  const name = query.unprepared ? undefined : statementName(query.sql);
  return { ...(name ? { name } : {}), text: query.sql, values: query.parameters.map(plainValue) };
}

/** Objects become JSON here: a value that fails while the driver is writing would leave its prepared statement unusable. */
function plainValue(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return value instanceof Date || value instanceof Uint8Array ? value : JSON.stringify(value);
}

/** A prepared statement that is not there, or whose columns are others now: it stays so for as long as the connection lives. */
const poisoned = new Set(['26000', '0A000']);

/** After an error: whether the connection can no longer be trusted with somebody else's work. */
export async function isBroken(client: pg.PoolClient, error: unknown): Promise<boolean> {
  try {
    await client.query('rollback');
    return poisoned.has((error as { code?: string } | null)?.code ?? '');
  } catch {
    return true;
  }
}
