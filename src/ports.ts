import { systemClock } from '#platform/clock';
import type { Config } from '#platform/config';
import type { Ports } from '#platform/context';
import { createVault, loadMasterKey } from '#platform/crypto';
import { type EmbeddedDatabase, migrate, openDatabase, startEmbedded } from '#platform/database';
import { Problem } from '#platform/errors';
import { openFileStore } from '#platform/files';
import { createIds } from '#platform/ids';
import { migrateJobs } from '#platform/jobs';
import type { Log } from '#platform/log';

/** What a process of Kith runs on. */
export interface Ground {
  ports: Ports;
  appUrl: string;
  /** Stops the database, if it is the embedded one and nobody else uses it. */
  close(): Promise<void>;
}

/** Starts or reaches the database, brings its schema up to date, and opens everything that operations use. */
export async function openGround(config: Config, log: Log, say: (line: string) => void): Promise<Ground> {
  const embedded = config.database.url ? undefined : await startEmbedded({ home: config.home.path, say });
  const appUrl = embedded?.appUrl ?? (config.database.url as string);
  try {
    await bringUpToDate(config, embedded, say);
    const database = openDatabase({
      appUrl,
      max: config.database.poolSize,
      onLost: (error) => log.warn({ err: error }, 'A database connection was lost'),
    });
    const ports: Ports = {
      clock: systemClock,
      ids: createIds(systemClock),
      database,
      vault: createVault({ masterKey: await loadMasterKey(config.home.path, config.crypto.masterKey) }),
      files: openFileStore({ home: config.home.path, ...config.files }),
    };
    return {
      ports,
      appUrl,
      async close() {
        await database.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function bringUpToDate(
  config: Config,
  embedded: EmbeddedDatabase | undefined,
  say: (line: string) => void,
): Promise<void> {
  const ownerUrl = embedded?.ownerUrl ?? config.database.ownerUrl;
  if (!ownerUrl) return;
  const appUser = embedded ? undefined : new URL(config.database.url as string).username || undefined;
  const { applied, total } = await migrate(ownerUrl, appUser);
  if (applied.length > 0) {
    await migrateJobs(ownerUrl);
    say(`Schema: ${applied.length} of ${total} migrations applied`);
  }
}

/** Refuses to serve as a role that could see around row-level security. */
export async function refusePowerfulRole(ports: Ports): Promise<void> {
  const { sql } = await import('#platform/database');
  const role = await ports.database.system.first<{ name: string; powerful: boolean; owner: boolean }>(
    sql`select rolname as name, rolsuper or rolbypassrls as powerful, exists (select 1 from pg_class where relname = 'contacts' and relowner = pg_roles.oid) as owner
        from pg_roles where rolname = current_user`,
  );
  if (!role?.powerful && !role?.owner) return;
  throw new Problem('not_ready', {
    detail: `DATABASE_URL signs in as ${role.name}, which could see every workspace. Give it an ordinary role, and the owner's credentials in DATABASE_OWNER_URL.`,
  });
}
