import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, startEmbedded } from '#platform/database';
import type { Kit } from './generator.ts';

/** A kit with a database of its own, which is stopped and removed by `close`. */
export function openKit(root: string): Kit & { close(): Promise<void> } {
  let database: Promise<{ url: string; close(): Promise<void> }> | undefined;
  return {
    root,
    async databaseUrl() {
      database ??= startDatabase();
      return (await database).url;
    },
    async close() {
      await (await database)?.close();
    },
  };
}

async function startDatabase(): Promise<{ url: string; close(): Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), 'kith-generate-'));
  const settings = { fsync: 'off', synchronous_commit: 'off' };
  const embedded = await startEmbedded({ home, say: () => undefined, settings });
  await migrate(embedded.ownerUrl);
  return {
    url: embedded.ownerUrl,
    async close() {
      await embedded.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
