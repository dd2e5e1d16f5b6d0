import pg from 'pg';

const everyMs = 10_000;
const reopenAfterMs = 500;

/**
 * The queue keeps the jobs of a killed process locked for four hours. So every process holds an advisory lock for the id under which it
 * locks jobs, on a connection of its own: an id whose lock can be taken is that of a dead process, and its jobs are released.
 */
export class DeadWorkers {
  readonly #url: string;
  readonly #onError: (error: unknown) => void;
  readonly #own = new Set<string>();
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(url: string, onError: (error: unknown) => void) {
    this.#url = url;
    this.#onError = onError;
  }

  /** Releases what dead processes hold, now and every ten seconds. Throws when the database cannot be reached. */
  async start(): Promise<void> {
    await this.#open();
    await this.#look();
    this.#timer = setInterval(() => void this.#look(), everyMs);
    this.#timer.unref();
  }

  /** Resolves when others can see that the owner of this id lives; nobody may lock a job under it before. */
  async showLife(id: string): Promise<void> {
    if (this.#own.has(id)) return;
    this.#own.add(id);
    await this.#client?.query(lock, [id]);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  async #open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url });
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    await client.connect();
    for (const id of this.#own) await client.query(lock, [id]);
    if (this.#stopped) await client.end();
    else this.#client = client;
  }

  /** The locks went with the connection, so it is opened again; meanwhile others may take our jobs, and a job bears that. */
  #lost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    this.#reopen();
  }

  #reopen(): void {
    if (this.#stopped) return;
    setTimeout(() => this.#open().catch(() => this.#reopen()), reopenAfterMs).unref();
  }

  async #look(): Promise<void> {
    const client = this.#client;
    if (!client) return;
    try {
      const held = await client.query<{ id: string }>(
        `select locked_by as id from graphile_worker._private_jobs where locked_by is not null
         union select locked_by from graphile_worker._private_job_queues where locked_by is not null`,
      );
      for (const { id } of held.rows) if (!this.#own.has(id)) await releaseIfDead(client, id);
    } catch (error) {
      if (this.#client === client) this.#onError(error);
    }
  }
}

const lock = 'select pg_advisory_lock(hashtextextended($1, 1))';

async function releaseIfDead(client: pg.Client, id: string): Promise<void> {
  const taken = await client.query<{ free: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 1)) as free', [
    id,
  ]);
  if (!taken.rows[0]?.free) return;
  await client.query('select graphile_worker.force_unlock_workers($1::text[])', [[id]]);
  await client.query('select pg_advisory_unlock(hashtextextended($1, 1))', [id]);
}
