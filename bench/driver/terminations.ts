/**
 * Ends backends under load, one process a way of reading: `node bench/driver/terminations.ts [how many]`. Asked of each:
 * does the process live, does every read settle, does the pool heal, does a workspace ever leak?
 */
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import * as flights from './flights.ts';
import { GET, LIST, rehearse } from './rehearsal.ts';

const WAYS = {
  'pg: pipelined, set_config prepared': flights.pipelinedPg,
  'pg: pipelined, set local with begin': flights.shortPipelinedPg,
  'pg: one Sync, own Submittable': flights.oneSyncPg,
  'postgres.js: pipelined': flights.pipelinedPostgresJs,
} as const;
const WORKERS = 32;
const HANG_MS = 5_000;
const BROKEN = 'select 1 / (id - id) from people where id = $1';

type Outcome = 'read' | 'failed' | 'hung' | 'leaked';

async function readOnce(reads: flights.Reads, workspace: string, text: string): Promise<Outcome> {
  const hung = new AbortController();
  const timer = sleep(HANG_MS, 'hung' as const, { signal: hung.signal }).catch(() => 'failed' as const);
  const read = reads.read(workspace, text, 7).then(
    (rows) => (rows.every((row) => row.workspace_id === workspace) ? 'read' : 'leaked'),
    () => 'failed' as const,
  );
  const outcome = await Promise.race([read, timer]);
  hung.abort();
  return outcome;
}

/** Ends (and now and then only cancels) backends of the app role until `count` are gone. */
async function terminate(ownerUrl: string, count: number): Promise<void> {
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  for (let ended = 0, round = 0; ended < count; round += 1) {
    const verb = round % 10 === 9 ? 'pg_cancel_backend' : 'pg_terminate_backend';
    const { rowCount } = await owner.query(
      `select ${verb}(pid) from pg_stat_activity where usename = 'kith_app' order by random() limit ${1 + (round % 3)}`,
    );
    if (verb === 'pg_terminate_backend') ended += rowCount ?? 0;
    await sleep(4);
  }
  await owner.end();
}

async function tryWay(way: keyof typeof WAYS, count: number): Promise<void> {
  const place = await rehearse(200);
  const reads = WAYS[way](place.appUrl);
  const outcomes: Record<Outcome, number> = { read: 0, failed: 0, hung: 0, leaked: 0 };
  let going = true;
  const work = async (number: number) => {
    for (let i = number; going; i += WORKERS) {
      const text = i % 23 === 0 ? BROKEN : i % 2 === 0 ? GET : LIST;
      outcomes[await readOnce(reads, place.workspaces[i % 8] ?? '', text)] += 1;
      if (i % 11 === 0 && (await reads.leftover().catch(() => '')) !== '') outcomes.leaked += 1;
    }
  };
  const load = Promise.all(Array.from({ length: WORKERS }, (_, number) => work(number)));
  await terminate(place.ownerUrl, count);
  going = false;
  await load;
  let healed = 0;
  for (let i = 0; i < 64; i += 1) {
    const outcome = await readOnce(reads, place.workspaces[i % 8] ?? '', LIST);
    if (outcome === 'read' && (await reads.leftover()) === '') healed += 1;
  }
  console.log(JSON.stringify({ ...outcomes, healed: `${healed} of 64` }));
  await Promise.race([reads.end(), sleep(2_000)]);
  await place.end();
  process.exit(0);
}

const [first = '1000', way] = process.argv.slice(2);
if (way !== undefined) await tryWay(way as keyof typeof WAYS, Number(first));
else {
  for (const name of Object.keys(WAYS)) {
    const begunAt = Date.now();
    const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), first, name], {
      encoding: 'utf8',
      timeout: 180_000,
    });
    const error = child.stderr.split('\n').find((line) => /Error|error:/.test(line));
    const end = child.status === 0 ? 'lives' : `DIED (${child.signal ?? child.status}) ${error ?? ''}`;
    console.log(`${name}: ${end} ${child.stdout.trim()} in ${Date.now() - begunAt} ms`);
  }
}
