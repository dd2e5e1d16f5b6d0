import { EventEmitter } from 'node:events';
import { Logger, type Runner, run, runMigrations, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { Ports } from '#platform/context';
import type { Payload } from './add-job.ts';
import { watchForDeadWorkers } from './dead-workers.ts';
import type { Job } from './job.ts';

export interface JobRunner {
  /** Lets running jobs reach a safe point, then stops. */
  stop(): Promise<void>;
}

const grants = `
  grant usage on schema graphile_worker to kith_app;
  grant select, insert, update, delete on all tables in schema graphile_worker to kith_app;
  grant usage, select on all sequences in schema graphile_worker to kith_app;
  grant execute on all functions in schema graphile_worker to kith_app;`;

/** Installs or upgrades the tables of the job queue, as the owner, and lets the app role use them. */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: quiet });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(grants);
    const tables = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity
       and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'kith')`,
    );
    for (const { name } of tables.rows) {
      await client.query(
        `create policy kith on graphile_worker.${client.escapeIdentifier(name)} to kith_app using (true) with check (true)`,
      );
    }
  } finally {
    await client.end();
  }
}

const quiet = new Logger(() => () => undefined);

export interface RunJobsOptions {
  ports: Ports;
  appUrl: string;
  jobs: readonly Job[];
  concurrency?: number;
  /** Told about jobs that failed; they are tried again by the queue. */
  onError: (error: unknown, job: string) => void;
}

/** Runs jobs in this process until stopped. */
export async function startJobs(options: RunJobsOptions): Promise<JobRunner> {
  const events: WorkerEvents = new EventEmitter();
  const pool = new pg.Pool({ connectionString: options.appUrl, max: (options.concurrency ?? 2) + 3 });
  pool.on('error', (error) => options.onError(error, 'connection'));
  pool.on('connect', (client) => void client.on('error', (error) => options.onError(error, 'connection')));
  const dead = await watchForDeadWorkers(options.appUrl, events, (error) => options.onError(error, 'dead workers'));
  const tasks: TaskList = {};
  for (const job of options.jobs) {
    tasks[job.name] = async (raw, helpers) => {
      const payload = raw as Payload;
      const actor = {
        ...payload.actor,
        type: payload.actor.type as 'user',
        workspaceId: payload.workspaceId,
        permissions: new Set(payload.actor.permissions),
      };
      try {
        await job.run(
          {
            ports: options.ports,
            workspaceId: payload.workspaceId,
            actor,
            signal: helpers.abortSignal,
            jobId: String(helpers.job.id),
            attempt: helpers.job.attempts,
          },
          job.input.parse(payload.input),
        );
      } catch (error) {
        options.onError(error, job.name);
        throw error;
      }
    };
  }
  const runner: Runner = await run({
    pgPool: pool,
    taskList: tasks,
    concurrency: options.concurrency ?? 2,
    noHandleSignals: true,
    pollInterval: 2000,
    gracefulShutdownAbortTimeout: 100,
    logger: quiet,
    events,
  });
  return {
    async stop() {
      await runner.stop();
      await dead.stop();
      await pool.end();
    },
  };
}
