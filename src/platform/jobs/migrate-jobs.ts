import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';

/** The queue tells its own story in too many lines; what fails is told by us. */
export const quiet = new Logger(() => () => undefined);

const grants = `
  grant usage on schema graphile_worker to kith_app;
  grant select, insert, update, delete on all tables in schema graphile_worker to kith_app;
  grant usage, select on all sequences in schema graphile_worker to kith_app;
  grant execute on all functions in schema graphile_worker to kith_app;`;

/** Installs or upgrades the tables of the job queue, as the owner, and lets the app role use them. */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: quiet });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(grants);
    const tables = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity
       and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'kith')`,
    );
    for (const { name } of tables.rows) {
      await client.query(
        `create policy kith on graphile_worker.${client.escapeIdentifier(name)} to kith_app using (true) with check (true)`,
      );
    }
  } finally {
    await client.end();
  }
}
