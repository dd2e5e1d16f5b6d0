import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const folder = fileURLToPath(new URL('../../../database/migrations/', import.meta.url));

export interface MigrationResult {
  applied: string[];
  total: number;
}

/**
 * Brings the schema up to date, as the owner: each file in a transaction of its own, so that a failing one leaves nothing behind.
 * `appUser` gets the rights of the group `kith_app`. Throws when a file that was applied has been changed or has vanished.
 */
export async function migrate(ownerUrl: string, appUser?: string): Promise<MigrationResult> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('kith migrations'))`);
    await ensureRoles(client, appUser);
    await client.query(
      'create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    );
    const done = new Map<string, string>();
    for (const row of (await client.query('select name, sha256 from migrations')).rows) done.set(row.name, row.sha256);
    const files = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort();
    const missing = [...done.keys()].find((name) => !files.includes(name));
    if (missing)
      throw new Error(
        `The database was migrated by a newer Kith (${missing}). Start that version, or restore a backup.`,
      );
    const applied: string[] = [];
    for (const name of files) if (await applyFile(client, name, done.get(name))) applied.push(name);
    await client.query('select kith.ensure_partitions(now(), 6)');
    await client.query('select kith.plan_for_one_workspace()');
    return { applied, total: files.length };
  } finally {
    await client.end();
  }
}

async function applyFile(client: pg.Client, name: string, knownSha: string | undefined): Promise<boolean> {
  const text = await readFile(folder + name, 'utf8');
  const sha256 = createHash('sha256').update(text).digest('hex');
  if (knownSha !== undefined) {
    if (knownSha !== sha256)
      throw new Error(
        `Migration ${name} was changed after it had been applied. Undo the change and add a new migration.`,
      );
    return false;
  }
  try {
    await client.query('begin');
    await client.query(text);
    await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed and was taken back: ${(cause as Error).message}`, { cause });
  }
  return true;
}

async function ensureRoles(client: pg.Client, appUser: string | undefined): Promise<void> {
  for (const role of ['kith_app', 'kith_system']) {
    const there = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (there.rowCount === 0) await client.query(`create role ${role} nologin`);
  }
  await client.query('grant kith_system to current_user');
  if (appUser && appUser !== 'kith_app') await client.query(`grant kith_app to ${client.escapeIdentifier(appUser)}`);
}
