import { EventEmitter } from 'node:events';
import { type JobHelpers, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { Payload } from './add-job.ts';
import { DeadWorkers } from './dead-workers.ts';
import type { Job, JobContext } from './job.ts';
import { quiet } from './migrate-jobs.ts';
import type { RunJobsOptions } from './run-jobs.ts';

/** The queue of this process, from its start until it is stopped or has lost the database. */
export class Queue {
  readonly #runner: Runner;
  readonly #dead: DeadWorkers;
  readonly #pool: pg.Pool;
  /** Resolves when it has ended and let go of everything, with the error if it ended by itself. */
  readonly ended: Promise<unknown>;

  private constructor(runner: Runner, dead: DeadWorkers, pool: pg.Pool) {
    this.#runner = runner;
    this.#dead = dead;
    this.#pool = pool;
    this.ended = runner.promise
      .then(
        () => undefined,
        (error: unknown) => error,
      )
      .then(async (error) => {
        await this.#letGo();
        return error;
      });
  }

  /** Throws when the database cannot be reached. */
  static async start(options: RunJobsOptions): Promise<Queue> {
    const concurrency = options.concurrency ?? 2;
    const pool = new pg.Pool({ connectionString: options.appUrl, max: concurrency + 3 });
    // Whatever is done on a lost connection fails by itself; a server that stops also takes leave of idle ones.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => void client.on('error', () => undefined));
    const dead = new DeadWorkers(options.appUrl, (error) => options.onError(error, 'dead workers'));
    try {
      await dead.start();
      const runner = await run({
        pgPool: pool,
        taskList: tasksOf(options),
        concurrency,
        noHandleSignals: true,
        pollInterval: 2000,
        gracefulShutdownAbortTimeout: 100,
        logger: quiet,
        events: new EventEmitter() as WorkerEvents,
        // Unless it gathers them, the queue neither waits for the end of a job to be noted nor catches that it could not be: the process would die.
        preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 }, plugins: [showsLife(dead)] },
      });
      return new Queue(runner, dead, pool);
    } catch (error) {
      await dead.stop();
      await pool.end();
      throw error;
    }
  }

  async stop(): Promise<void> {
    // It may be ending by itself already.
    await this.#runner.stop().catch(() => undefined);
    await this.ended;
  }

  async #letGo(): Promise<void> {
    await this.#dead.stop().catch(() => undefined);
    await this.#pool.end();
  }
}

function showsLife(dead: DeadWorkers): GraphileConfig.Plugin {
  return {
    name: 'kith-shows-life',
    version: '1.0.0',
    worker: { hooks: { startWorker: (_context, { worker }) => dead.showLife(worker.workerPool.id) } },
  };
}

function tasksOf(options: RunJobsOptions): TaskList {
  return Object.fromEntries(
    options.jobs.map((job) => [job.name, (raw: unknown, helpers: JobHelpers) => runJob(options, job, raw, helpers)]),
  );
}

async function runJob(options: RunJobsOptions, job: Job, raw: unknown, helpers: JobHelpers): Promise<void> {
  const payload = raw as Payload;
  const context: JobContext = {
    ports: options.ports,
    workspaceId: payload.workspaceId,
    actor: {
      ...payload.actor,
      type: payload.actor.type as 'user',
      workspaceId: payload.workspaceId,
      permissions: new Set(payload.actor.permissions),
      denied: new Set(payload.actor.denied),
    },
    signal: helpers.abortSignal,
    jobId: String(helpers.job.id),
    attempt: helpers.job.attempts,
  };
  const startedMs = performance.now();
  const end = (outcome: 'ok' | 'failed' | 'given_back') =>
    options.onEnd?.(job.name, outcome, performance.now() - startedMs);
  try {
    await job.run(context, job.input.parse(payload.input));
    end('ok');
  } catch (error) {
    const stopped = helpers.abortSignal.aborted;
    end(stopped ? 'given_back' : 'failed');
    if (stopped) await giveBack(helpers);
    else options.onError(error, job.name);
    throw error;
  }
}

/** A job that ended because the process stops has not failed: it is there for the next process at once, and no try is counted. */
async function giveBack({ job, withPgClient }: JobHelpers): Promise<void> {
  await withPgClient((client) =>
    client.query(
      `update graphile_worker._private_jobs set attempts = greatest(0, attempts - 1), locked_by = null, locked_at = null
       where id = $1 and locked_by = $2`,
      [job.id, job.locked_by],
    ),
  );
}
