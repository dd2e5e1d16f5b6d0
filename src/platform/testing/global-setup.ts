import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, removeEmbedded, startEmbedded } from '#platform/database';
import { migrateJobs } from '#platform/jobs';

let ended: (() => Promise<void>) | undefined;

/** Before all tests: one PostgreSQL, whose migrated database every test file clones. */
export async function setup(project: {
  provide(key: 'database', value: { ownerUrl: string; appUrl: string }): void;
}): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'kith-test-'));
  const embedded = await startEmbedded({
    home,
    say: () => undefined,
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' },
  });
  ended = async () => {
    await embedded.stop();
    await removeEmbedded(home);
    rmSync(home, { recursive: true, force: true });
  };
  await migrate(embedded.ownerUrl);
  await migrateJobs(embedded.ownerUrl);
  project.provide('database', { ownerUrl: embedded.ownerUrl, appUrl: embedded.appUrl });
}

/** After all tests. */
export async function teardown(): Promise<void> {
  await ended?.();
}

declare module 'vitest' {
  export interface ProvidedContext {
    database: { ownerUrl: string; appUrl: string };
  }
}
