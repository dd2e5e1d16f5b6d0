import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from './client.ts';

/** How far an import is, as the API tells it. */
export interface Counts {
  status: string;
  rows: number;
  created: number;
  updated: number;
  merged: number;
  skipped: number;
  rejected: number;
  accountsCreated: number;
}

export async function importOf(client: Client, id: string): Promise<Counts> {
  return (await client.get(`/imports/${id}`)).body as Counts;
}

/** Waits until so many rows are in. */
export async function rowsIn(client: Client, id: string, rows: number): Promise<void> {
  while ((await importOf(client, id)).rows < rows) await sleep(3);
}

/** Waits until the import has ended, in whatever way. */
export async function ended(client: Client, id: string, withinMs = 45_000): Promise<Counts> {
  for (const begunAt = performance.now(); performance.now() - begunAt < withinMs; await sleep(50)) {
    const one = await importOf(client, id);
    if (one.status !== 'queued' && one.status !== 'running') return one;
  }
  throw new Error(`The import stands still: ${JSON.stringify(await importOf(client, id))}`);
}

/** What must be equal in two runs of one file. */
export function countsOf({ rows, created, updated, merged, skipped, rejected, accountsCreated }: Counts) {
  return { rows, created, updated, merged, skipped, rejected, accountsCreated };
}
