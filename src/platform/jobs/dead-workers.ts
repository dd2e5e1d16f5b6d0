import type { WorkerEvents } from 'graphile-worker';
import pg from 'pg';

const everyMs = 10_000;

/**
 * The queue holds the jobs of a killed worker for four hours. So every worker holds an advisory lock on a connection of its process: a worker
 * whose lock can be taken is dead, and its jobs are released.
 */
export async function watchForDeadWorkers(
  appUrl: string,
  events: WorkerEvents,
  onError: (error: unknown) => void,
): Promise<{ stop(): Promise<void> }> {
  const client = new pg.Client({ connectionString: appUrl });
  client.on('error', onError);
  await client.connect();
  const own = new Set<string>();
  events.on('worker:create', ({ worker }) => {
    own.add(worker.workerId);
    client.query('select pg_advisory_lock(hashtextextended($1, 1))', [worker.workerId]).catch(onError);
  });
  const look = () => releaseDead(client, own).catch(onError);
  await look();
  const timer = setInterval(look, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await client.end();
    },
  };
}

async function releaseDead(client: pg.Client, own: ReadonlySet<string>): Promise<void> {
  const held = await client.query<{ id: string }>(
    `select locked_by as id from graphile_worker._private_jobs where locked_by is not null
     union select locked_by from graphile_worker._private_job_queues where locked_by is not null`,
  );
  for (const { id } of held.rows) {
    if (own.has(id)) continue;
    const taken = await client.query<{ free: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 1)) as free',
      [id],
    );
    if (!taken.rows[0]?.free) continue;
    await client.query('select graphile_worker.force_unlock_workers($1::text[])', [[id]]);
    await client.query('select pg_advisory_unlock(hashtextextended($1, 1))', [id]);
  }
}
