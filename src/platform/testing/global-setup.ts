import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, startEmbedded } from '#platform/database';
import { migrateJobs } from '#platform/jobs';

/** Before all tests: one PostgreSQL, whose migrated database every test file clones. */
export default async function setUp(project: {
  provide(key: 'database', value: { ownerUrl: string; appUrl: string }): void;
}): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'kith-test-'));
  const embedded = await startEmbedded({
    home,
    say: () => undefined,
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' },
  });
  await migrate(embedded.ownerUrl);
  await migrateJobs(embedded.ownerUrl);
  project.provide('database', { ownerUrl: embedded.ownerUrl, appUrl: embedded.appUrl });
  return async () => {
    await embedded.stop();
    rmSync(home, { recursive: true, force: true });
  };
}

declare module 'vitest' {
  export interface ProvidedContext {
    database: { ownerUrl: string; appUrl: string };
  }
}
