import { realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { runningPostmaster } from './postmaster.ts';

const MOST_TRIES = 100;
const PAUSE_MS = 100;
const WRONG_PASSWORD = new Set(['28P01', '28000']);

/** Whether the running server is the one of this data and takes our password. One that is still starting is asked again. */
export async function answers(dataDirectory: string, ownerUrl: string): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES && runningPostmaster(dataDirectory) !== undefined; tries += 1) {
    const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ data_directory: string }>('show data_directory');
      return realpathSync(rows[0]?.data_directory ?? '/') === realpathSync(dataDirectory);
    } catch (error) {
      if (WRONG_PASSWORD.has((error as { code?: string }).code ?? '')) return false;
      await sleep(PAUSE_MS);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}

/** Shuts a server down that nobody uses, and waits for its end. */
export async function stopOrphan(dataDirectory: string): Promise<void> {
  const pid = runningPostmaster(dataDirectory);
  if (pid !== undefined) process.kill(pid, 'SIGINT');
  while (runningPostmaster(dataDirectory) !== undefined) await sleep(10);
}
