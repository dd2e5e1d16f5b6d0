import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { testWorld } from '#platform/testing';
import { addJob } from './add-job.ts';
import { DeadWorkers } from './dead-workers.ts';
import { jobGotOn } from './got-on.ts';
import { defineJob, type JobContext } from './job.ts';
import { type JobRunner, startJobs } from './run-jobs.ts';
import { waitingJobs } from './waiting.ts';

const world = await testWorld();
const running: JobRunner[] = [];
const told: unknown[] = [];
const ended: string[] = [];
let work: (job: JobContext) => Promise<void> = async () => undefined;
let runs = 0;
const job = defineJob({
  name: 'test.work',
  summary: 'Does what the test says.',
  input: z.object({}),
  run: (context) => {
    runs += 1;
    return work(context);
  },
});

afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  await asOwner('delete from graphile_worker._private_jobs');
  runs = 0;
});

async function start(): Promise<JobRunner> {
  const runner = await startJobs({
    ports: world.ports,
    appUrl: world.urls.appUrl,
    jobs: [job],
    onError: (error) => told.push(error),
    onEnd: (name, outcome, ms) => ended.push(`${name} ${outcome} ${ms >= 0}`),
  });
  running.push(runner);
  return runner;
}

async function add(): Promise<void> {
  const origin = { workspaceId: world.workspaceId, actor: world.admin };
  await world.database.write(world.workspaceId, async (tx) => addJob(tx, origin as never, job, {}));
}

async function asOwner(text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: world.urls.ownerUrl });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const rows = () =>
  asOwner(
    `select attempts, locked_by is not null as locked, run_at <= now() as due from graphile_worker._private_jobs`,
  );
const until = (aborted: JobContext) =>
  new Promise<void>((resolve) => aborted.signal.addEventListener('abort', () => resolve()));

/** A process that looks for jobs of dead ones. */
async function lookForDead(): Promise<void> {
  const other = new DeadWorkers(world.urls.appUrl, (error) => told.push(error));
  await other.start();
  await other.stop();
}

it('leaves its jobs to a process that lives, and takes them from one that died', async () => {
  work = until;
  await start();
  await add();
  await vi.waitFor(() => expect(runs).toBe(1));
  await lookForDead();
  expect(await rows()).toEqual([{ attempts: 1, locked: true, due: true }]);
  await asOwner(`update graphile_worker._private_jobs set locked_by = 'pool-of-a-dead-process'`);
  await lookForDead();
  expect(await rows()).toEqual([{ attempts: 1, locked: false, due: true }]);
});

it('tells how each run ended and how long it took', async () => {
  ended.length = 0;
  work = async () => {
    if (runs === 1) throw new Error('not yet');
  };
  await start();
  await add();
  await vi.waitFor(() => expect(runs).toBe(1));
  await asOwner('update graphile_worker._private_jobs set run_at = now()');
  await vi.waitFor(() => expect(ended).toEqual(['test.work failed true', 'test.work ok true']), { timeout: 15_000 });
  expect(await waitingJobs(world.database)).toBe(0);
  told.length = 0;
});

it('gives back what runs when it stops: due at once, no try counted', async () => {
  work = async (context) => {
    await until(context);
    throw new Error('The process stops.');
  };
  const runner = await start();
  await add();
  await vi.waitFor(() => expect(runs).toBe(1));
  await runner.stop();
  running.length = 0;
  expect(await rows()).toEqual([{ attempts: 0, locked: false, due: true }]);
  expect(told).toEqual([]);
});

it('forgets the earlier tries of a job that gets on', async () => {
  work = async (context) => {
    await jobGotOn(context.ports, context.jobId);
    await until(context);
  };
  await add();
  await asOwner('update graphile_worker._private_jobs set attempts = 9');
  await start();
  await vi.waitFor(async () => expect(await rows()).toEqual([{ attempts: 1, locked: true, due: true }]));
});

it('lives through the loss of its database in the middle of a job, and runs the job again', async () => {
  const lose = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  let isLost = false;
  work = async () => {
    if (isLost) return;
    isLost = true;
    await asOwner(lose);
    throw new Error('The database went away.');
  };
  await start();
  await add();
  await vi.waitFor(async () => expect(runs).toBe(1));
  for (let waited = 0; waited < 50 && (await rows()).length > 0; waited += 1) {
    await sleep(200);
    await asOwner('update graphile_worker._private_jobs set run_at = now() where locked_by is null');
  }
  expect(await rows()).toEqual([]);
  expect(runs).toBe(2);
}, 30_000);
