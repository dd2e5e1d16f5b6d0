import pg from 'pg';
import { Problem } from '#platform/errors';
import { type Reach, reachSetting } from './reach.ts';

pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
});
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, (text) => text);
/** The type uuid[], which the driver has no name for. */
const uuidArray: number = 2951;
/** An event may carry a thousand ids, and the driver's parser of arrays goes through them letter by letter. */
pg.types.setTypeParser(uuidArray, (text) =>
  text === '{}'
    ? []
    : text
        .slice(1, -1)
        .split(',')
        .map((id) => (id === 'NULL' ? null : id)),
);

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The statements that open a transaction in a workspace, for what an actor reaches of it. The id is checked, since it becomes part of the text. */
export function openingOf(workspaceId: string | undefined, access: 'read only' | 'read write', reach?: Reach): string {
  if (workspaceId === undefined) return `begin ${access}`;
  if (!uuid.test(workspaceId)) throw new Error('A workspace id must be a lower-case UUID.');
  return `begin ${access}; set local app.workspace_id = '${workspaceId}'; ${reachSetting(reach)}`;
}

export interface PoolOptions {
  url: string;
  max: number;
  /** Queries may be sent before the answers of earlier ones; COPY needs a pool without. */
  pipeline: boolean;
  statementTimeoutMs: number;
  /** Told about connections lost while idle: the pool heals by itself. */
  onLost?: (error: Error) => void;
}

/** A pool whose connections have their time-outs set before anything else runs on them. */
export function openPool(options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    allowExitOnIdle: false,
    ...({ pipeline: options.pipeline } as object),
  });
  pool.on('error', (error) => options.onLost?.(error));
  // Every list is read in the order of an index and stops early; right after a bulk load the planner would rather read whole tables.
  pool.on('connect', (client) => {
    client.on('error', (error) => options.onLost?.(error));
    client
      .query(
        `set timezone = 'UTC'; set idle_in_transaction_session_timeout = '5s'; set client_connection_check_interval = '5s';
         set statement_timeout = ${Math.trunc(options.statementTimeoutMs)}; set jit = off; set enable_seqscan = off; set random_page_cost = 1.1`,
      )
      .catch((error: Error) => options.onLost?.(error));
  });
  return pool;
}

/** A connection of the pool; a database that cannot be reached is the expected failure `not_ready`. */
export async function takeConnection(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (cause) {
    throw unreachable('The database cannot be reached just now. Try again in a moment.', cause);
  }
}

const lostCodes = new Set(['57P01', '57P02', '57P03', '08000', '08003', '08006', 'ECONNRESET', 'EPIPE']);
const lostMessage =
  /^(Connection terminated|Client (has encountered a connection error|was closed) and is not queryable)/;

/** A failure because the database went away in the middle is the expected failure `not_ready`; any other is given back as it is. */
export function lossOrError(error: unknown): unknown {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  if (!lostCodes.has(code ?? '') && !lostMessage.test(message ?? '')) return error;
  const detail =
    'The database went away in the middle of this, so it may or may not have been done. Try again in a moment; with the same Idempotency-Key nothing is done twice.';
  return unreachable(detail, error);
}

function unreachable(detail: string, cause: unknown): Problem {
  return new Problem('not_ready', { detail, cause, headers: { 'retry-after': '1' } });
}
