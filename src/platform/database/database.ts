import type pg from 'pg';
import { openPool, type PoolOptions } from './connections.ts';
import { flyQueries } from './flight.ts';
import { type Query, type Sql, sql } from './query.ts';
import type { Reach } from './reach.ts';
import { type Transaction, transact } from './transaction.ts';

/** The database as the app role: everything goes through a workspace, but for the listed system functions. */
export interface Database {
  /** Reads in a workspace what is reached of it; each query is a transaction of its own, in one flight. */
  reader(workspaceId: string, reach?: Reach): Reader;
  /** Writes in a workspace, in one transaction. */
  write<T>(workspaceId: string, work: (tx: Transaction) => Promise<T>, reach?: Reach): Promise<T>;
  /** Calls a system function, outside any workspace. */
  system: Sql;
  /** Whether the database answers just now. */
  isUp(): Promise<boolean>;
  /** A connection of its own for LISTEN. */
  pool: pg.Pool;
  close(): Promise<void>;
}

export interface Reader extends Sql {
  /** Several queries in one flight. */
  flight(queries: Query<unknown>[]): Promise<unknown[][]>;
}

export interface DatabaseOptions {
  appUrl: string;
  /** Connections for requests. */
  max?: number;
  statementTimeoutMs?: number;
  onLost?: PoolOptions['onLost'];
}

function readerOf(pool: pg.Pool, workspaceId: string | undefined, reach?: Reach): Reader {
  const flight = (queries: Query<unknown>[]) => flyQueries(pool, workspaceId, queries, reach);
  return {
    reach,
    flight,
    async rows<Row>(query: Query<Row>) {
      return ((await flight([query]))[0] ?? []) as Row[];
    },
    async first<Row>(query: Query<Row>) {
      return (await flight([query]))[0]?.[0] as Row | undefined;
    },
  };
}

/** Opens the pool of the app role. Nothing connects before the first query. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = openPool({
    url: options.appUrl,
    max: options.max ?? 16,
    pipeline: true,
    statementTimeoutMs: options.statementTimeoutMs ?? 30_000,
    ...(options.onLost ? { onLost: options.onLost } : {}),
  });
  const run = <T>(work: (tx: Transaction) => Promise<T>) => transact(pool, undefined, work);
  return {
    pool,
    reader: (workspaceId, reach) => readerOf(pool, workspaceId, reach),
    write: (workspaceId, work, reach) => transact(pool, workspaceId, work, reach),
    system: {
      rows: (query) => run((tx) => tx.rows(query)),
      first: (query) => run((tx) => tx.first(query)),
    },
    async isUp() {
      try {
        await run((tx) => tx.first(sql`select 1 as one`));
        return true;
      } catch {
        // That it does not answer is the answer.
        return false;
      }
    },
    close: () => pool.end(),
  };
}
