import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '#platform/clock';
import { type Database, openDatabase, sql } from '#platform/database';
import { createIds } from '#platform/ids';
import { type TestDatabase, testDatabase } from '#platform/testing';

const WORKERS = 24;
const TERMINATIONS = 100;
const HANG_MS = 5_000;

type Outcome = 'answered' | 'failed' | 'hung' | 'leaked';

let urls: TestDatabase;
let database: Database;
const workspaces: string[] = [];

beforeAll(async () => {
  urls = await testDatabase();
  database = openDatabase({ appUrl: urls.appUrl, max: 8 });
  const ids = createIds(systemClock);
  for (let i = 0; i < 4; i += 1) {
    const id = ids.next();
    await database.system.first(sql`select kith.create_workspace(${id}, ${`Workspace ${i}`})`);
    workspaces.push(id);
  }
});
afterAll(() => database.close());

const own = sql<{ id: string }>`select id from workspaces`;
const broken = sql<{ id: string }>`select id, 1 / (length(name) - length(name)) from workspaces`;

/** One of the ways in which the server uses the pool; each gives the ids of the workspaces that it can see. */
async function use(workspaceId: string, turn: number): Promise<string[]> {
  const reader = database.reader(workspaceId);
  if (turn % 5 === 0) return (await reader.rows(broken)).map(({ id }) => id);
  if (turn % 5 === 1)
    return (await reader.flight([own, sql`select 1`, own])).flat().flatMap((row) => (row as { id?: string }).id ?? []);
  if (turn % 5 === 2) {
    return database.write(workspaceId, async (tx) => {
      tx.send(sql`select pg_sleep(0.002)`);
      return (await tx.rows(own)).map(({ id }) => id);
    });
  }
  return (await reader.rows(own)).map(({ id }) => id);
}

async function outcomeOf(workspaceId: string, turn: number): Promise<Outcome> {
  const waiting = new AbortController();
  const hung = sleep(HANG_MS, 'hung' as const, { signal: waiting.signal }).catch(() => 'failed' as const);
  const used = use(workspaceId, turn).then(
    (ids) => (ids.length > 0 && ids.every((id) => id === workspaceId) ? ('answered' as const) : ('leaked' as const)),
    () => 'failed' as const,
  );
  const outcome = await Promise.race([used, hung]);
  waiting.abort();
  return outcome;
}

/** What the next one finds on a connection of the pool: no transaction, no workspace, and so no row. */
async function leftover(): Promise<string> {
  const { rows } = await database.pool.query<{ left: string }>(
    `select coalesce(current_setting('app.workspace_id', true), '') || coalesce((select string_agg(id::text, ' ') from workspaces), '') as left`,
  );
  return rows[0]?.left ?? '';
}

async function endBackends(count: number): Promise<void> {
  const owner = new pg.Client(urls.ownerUrl);
  await owner.connect();
  for (let ended = 0, round = 0; ended < count; round += 1) {
    const verb = round % 3 === 2 ? 'pg_cancel_backend' : 'pg_terminate_backend';
    const { rowCount } = await owner.query(
      `select ${verb}(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() order by random() limit 2`,
    );
    if (verb === 'pg_terminate_backend') ended += rowCount ?? 0;
    await sleep(8);
  }
  await owner.end();
}

it('lives through ended backends: nothing hangs, nothing leaks, the pool heals', async () => {
  const outcomes: Record<Outcome, number> = { answered: 0, failed: 0, hung: 0, leaked: 0 };
  let going = true;
  const work = async (number: number) => {
    for (let turn = number; going; turn += 7) {
      outcomes[await outcomeOf(workspaces[turn % 4] ?? '', turn)] += 1;
      if (turn % 3 === 0 && (await leftover().catch(() => '')) !== '') outcomes.leaked += 1;
    }
  };
  const load = Promise.all(Array.from({ length: WORKERS }, (_, number) => work(number)));
  await endBackends(TERMINATIONS);
  going = false;
  await load;
  console.info(`${TERMINATIONS} backends ended: ${JSON.stringify(outcomes)}`);
  expect(outcomes).toMatchObject({ hung: 0, leaked: 0 });
  expect(outcomes.answered).toBeGreaterThan(TERMINATIONS);
  expect(database.pool.waitingCount).toBe(0);
  for (let turn = 0; turn < 64; turn += 1) {
    if (turn % 5 !== 0) expect(await outcomeOf(workspaces[turn % 4] ?? '', turn)).toBe('answered');
    expect(await leftover()).toBe('');
  }
});

it('carries no workspace over after a refused statement, on the very same connection', async () => {
  const single = openDatabase({ appUrl: urls.appUrl, max: 1 });
  const backend = async () => (await single.pool.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid;
  const before = await backend();
  for (const workspaceId of workspaces) {
    await expect(single.reader(workspaceId).rows(broken)).rejects.toThrow();
    await expect(single.write(workspaceId, (tx) => tx.rows(broken))).rejects.toThrow();
    await expect(single.write(workspaceId, () => Promise.reject(new Error('changed my mind')))).rejects.toThrow('mind');
    const { rows } = await single.pool.query('select id from workspaces');
    expect(rows).toEqual([]);
  }
  expect(await backend()).toBe(before);
  await single.close();
});

it('a value that cannot become text spoils no prepared statement', async () => {
  const { appUrl } = await testDatabase();
  const database = openDatabase({ appUrl, max: 1 });
  afterAll(() => database.close());
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  const echo = (value: unknown) => database.system.first<{ back: unknown }>(sql`select ${value}::jsonb as back`);
  await expect(echo(circular)).rejects.toThrow(/circular/);
  expect(await echo({ fine: true })).toEqual({ back: { fine: true } });
});
