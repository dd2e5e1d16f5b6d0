import type pg from 'pg';
import type { Database } from '#platform/database';
import { passOn, wakeChannel } from './wake.ts';

const reopenAfterMs = 500;

/** One connection of the process that listens; it is opened again when it is lost. */
class Ear {
  users = 0;
  readonly #database: Database;
  readonly #onError: (error: unknown) => void;
  #client: pg.PoolClient | undefined;
  #reopening: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(database: Database, onError: (error: unknown) => void) {
    this.#database = database;
    this.#onError = onError;
  }

  async open(): Promise<void> {
    try {
      const client = await this.#database.pool.connect();
      if (this.#closed) {
        client.release();
        return;
      }
      this.#client = client;
      client.on('notification', (notice) => passOn(notice.payload));
      client.on('error', (error) => this.#lost(client, error));
      client.on('end', () => this.#lost(client, new Error('The connection that listens for events was closed.')));
      await client.query(`listen ${wakeChannel}`);
    } catch (error) {
      if (this.#client) this.#lost(this.#client, error);
      else this.#again(error);
    }
  }

  /** May be told about one loss by several events. */
  #lost(client: pg.PoolClient, error: unknown): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    client.release(true);
    this.#again(error);
  }

  #again(error: unknown): void {
    if (this.#closed) return;
    this.#onError(error);
    this.#reopening = setTimeout(() => void this.open(), reopenAfterMs);
    this.#reopening.unref();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#reopening);
    const client = this.#client;
    this.#client = undefined;
    client?.release(true);
  }
}

const ears = new Map<Database, Ear>();

/**
 * Hears the notices of other processes for `onWake`, on one connection however many ask. What is missed while it is lost has to be looked
 * for: a reader also looks by itself. Returns how to stop.
 */
export async function listenForWakes(database: Database, onError: (error: unknown) => void): Promise<() => void> {
  const known = ears.get(database);
  const ear = known ?? new Ear(database, onError);
  ear.users += 1;
  if (!known) {
    ears.set(database, ear);
    await ear.open();
  }
  let stopped = false;
  return () => {
    if (stopped) return;
    stopped = true;
    ear.users -= 1;
    if (ear.users > 0) return;
    ears.delete(database);
    ear.close();
  };
}
