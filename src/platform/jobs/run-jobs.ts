import type { Ports } from '#platform/context';
import { keepHouseHourly } from './housekeeping.ts';
import type { Job } from './job.ts';
import { Queue } from './queue.ts';

export interface JobRunner {
  /** Lets running jobs reach a safe point, then stops. */
  stop(): Promise<void>;
}

export interface RunJobsOptions {
  ports: Ports;
  appUrl: string;
  jobs: readonly Job[];
  concurrency?: number;
  /** Told about jobs that failed, which are tried again, and about a database that was lost, which is waited for. */
  onError: (error: unknown, job: string) => void;
  /** Told about every run of a job: its outcome is `ok`, `failed`, or `given_back` when the process stopped before it was done. */
  onEnd?: (job: string, outcome: 'ok' | 'failed' | 'given_back', ms: number) => void;
}

const againAfterMs = 500;

/** Runs jobs in this process until stopped. A queue that ends by itself, since it has lost the database, is started again until it runs. */
export async function startJobs(options: RunJobsOptions): Promise<JobRunner> {
  let stopped = false;
  let waiting: NodeJS.Timeout | undefined;
  let queue = await Queue.start(options);
  const watch = () => {
    void queue.ended.then((error) => {
      if (stopped) return;
      options.onError(error ?? new Error('The queue ended by itself.'), 'queue');
      again();
    });
  };
  const again = () => {
    waiting = setTimeout(async () => {
      try {
        const next = await Queue.start(options);
        queue = next;
        if (stopped) await next.stop();
        else watch();
      } catch {
        // That the database was lost has been told already.
        if (!stopped) again();
      }
    }, againAfterMs);
    waiting.unref();
  };
  watch();
  const houseKept = keepHouseHourly(options.ports.database, (error) => options.onError(error, 'housekeeping'));
  return {
    async stop() {
      stopped = true;
      houseKept.stop();
      clearTimeout(waiting);
      await queue.stop();
    },
  };
}
