import pg from 'pg';
import postgres from 'postgres';
import { OneSyncFlight } from './one-sync.ts';
import { CONNECTIONS, type Person } from './rehearsal.ts';

/** One way to read in a workspace. `get` rejects when the read failed; a connection that broke is not used again. */
export interface Reads {
  read(workspaceId: string, text: string, id: number): Promise<Person[]>;
  /** What the next user of a connection would find as workspace, without setting one. */
  leftover(): Promise<string>;
  end(): Promise<void>;
}

const SHARED = 3;
const LEFTOVER = `select coalesce(current_setting('app.workspace_id', true), '') as left`;
const BEGIN = 'begin read only';
const SET = `select set_config('app.workspace_id', $1, true)`;
const prepared = (text: string, values: unknown[]) => ({ name: `k${text.length}`, text, values });

type Flight = (client: pg.PoolClient, workspaceId: string, text: string, id: number) => Promise<Person[]>;

function withPg(
  url: string,
  pipeline: boolean,
  flight: Flight,
  clean?: (client: pg.PoolClient) => Promise<boolean>,
): Reads {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, ...({ pipeline } as object) });
  pool.on('error', () => undefined);
  // Without a listener of its own on each client, a backend that ends while its client is checked out ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    async read(workspaceId, text, id) {
      const client = await pool.connect();
      try {
        const rows = await flight(client, workspaceId, text, id);
        client.release();
        return rows;
      } catch (error) {
        // A refused statement leaves the connection whole; anything else does not.
        const refused = (error as { severity?: string }).severity === 'ERROR';
        client.release(!refused || (clean && (await clean(client))));
        throw error;
      }
    },
    leftover: async () => (await pool.query<{ left: string }>(LEFTOVER)).rows[0]?.left ?? '',
    end: () => pool.end(),
  };
}

/** Leaves a failed transaction; true when that is not possible. */
const rollback = (client: pg.PoolClient) =>
  client.query('rollback').then(
    () => false,
    () => true,
  );

async function together(...queries: Promise<unknown>[]): Promise<pg.QueryResult<Person>> {
  const settled = await Promise.allSettled(queries);
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return (settled.at(-2) as PromiseFulfilledResult<pg.QueryResult<Person>>).value;
}

/** The select alone, as the measure: it sees nothing of row-level security's setting, so the owner runs it. */
export const barePg = (ownerUrl: string) =>
  withPg(ownerUrl, false, async (client, workspaceId, text, id) => {
    const own = text.replace('where', 'where workspace_id = $2 and');
    return (await client.query<Person>(prepared(own, [id, workspaceId]))).rows;
  });

export const awaitedPg = (url: string) =>
  withPg(
    url,
    false,
    async (client, workspaceId, text, id) => {
      await client.query(BEGIN);
      await client.query(prepared(SET, [workspaceId]));
      const { rows } = await client.query<Person>(prepared(text, [id]));
      await client.query('commit');
      return rows;
    },
    rollback,
  );

export const pipelinedPg = (url: string) =>
  withPg(
    url,
    true,
    async (client, workspaceId, text, id) => {
      const [begin, set] = [client.query(BEGIN), client.query(prepared(SET, [workspaceId]))];
      return (await together(begin, set, client.query(prepared(text, [id])), client.query('commit'))).rows;
    },
    rollback,
  );

export const shortPipelinedPg = (url: string) =>
  withPg(
    url,
    true,
    async (client, workspaceId, text, id) => {
      const begin = client.query(`${BEGIN}; set local app.workspace_id = '${workspaceId}'`);
      return (await together(begin, client.query(prepared(text, [id])), client.query('commit'))).rows;
    },
    rollback,
  );

export const oneSyncPg = (url: string) =>
  withPg(url, false, async (client, workspaceId, text, id) => {
    const flight = new OneSyncFlight<Person>(workspaceId, [prepared(text, [id])]);
    client.query(flight);
    try {
      return (await flight.answer)[0] ?? [];
    } catch (error) {
      throw flight.isUncertain ? new Error('The connection is not known any more.', { cause: error }) : error;
    }
  });

/** No connection is checked out: every flight stands for itself, so many can share one. A slow one holds up those behind it. */
export function sharedOneSyncPg(url: string): Reads {
  const pool = new pg.Pool({ connectionString: url, max: SHARED, ...({ pipeline: true } as object) });
  const clients = Promise.all(Array.from({ length: SHARED }, () => pool.connect()));
  let turn = 0;
  return {
    async read(workspaceId, text, id) {
      turn += 1;
      const client = (await clients)[turn % SHARED];
      const flight = new OneSyncFlight<Person>(workspaceId, [prepared(text, [id])]);
      client?.query(flight);
      return (await flight.answer)[0] ?? [];
    },
    leftover: async () => '',
    async end() {
      for (const client of await clients) client.release();
      await pool.end();
    },
  };
}

export function pipelinedPostgresJs(url: string): Reads {
  const sql = postgres(optionsOf(url));
  return {
    async read(workspaceId, text, id) {
      const own = await sql.reserve();
      try {
        const queries = [own.unsafe(BEGIN), own.unsafe(SET, [workspaceId], { prepare: true })];
        const select = own.unsafe<Person[]>(text, [id], { prepare: true });
        const settled = await Promise.allSettled([...queries, select, own.unsafe('commit')]);
        const failed = settled.find((one) => one.status === 'rejected');
        if (failed) throw failed.reason;
        return await select;
      } finally {
        own.release();
      }
    },
    leftover: async () => (await sql.unsafe<{ left: string }[]>(LEFTOVER))[0]?.left ?? '',
    end: () => sql.end({ timeout: 5 }),
  };
}

export function barePostgresJs(ownerUrl: string): Reads {
  const sql = postgres(optionsOf(ownerUrl));
  return {
    read: async (workspaceId, text, id) =>
      await sql.unsafe<Person[]>(text.replace('where', 'where workspace_id = $2 and'), [id, workspaceId], {
        prepare: true,
      }),
    leftover: async () => '',
    end: () => sql.end({ timeout: 5 }),
  };
}

/** postgres.js wants the socket itself. With fetch_types false, a first reserve() would never come back (porsager/postgres#751). */
function optionsOf(url: string): postgres.Options<Record<string, never>> {
  const { username, password, hostname, pathname } = new URL(url);
  const socket = `${decodeURIComponent(hostname)}/.s.PGSQL.5432`;
  return {
    path: socket,
    username,
    password,
    database: pathname.slice(1),
    max: CONNECTIONS,
    onnotice: () => undefined,
  };
}
