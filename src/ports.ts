import { join } from 'node:path';
import { clamdScanner } from '#domain/files';
import { AuditRecorder, headFile } from '#platform/audit';
import { systemClock } from '#platform/clock';
import { type Config, publicUrl } from '#platform/config';
import type { Ports } from '#platform/context';
import { createVault, kmsKeys, type MasterKeys, openMasterKeys } from '#platform/crypto';
import { type Database, type EmbeddedDatabase, migrate, openDatabase, sql, startEmbedded } from '#platform/database';
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

/** Told one line a step. */
export type Say = (line: string) => void;

/** Starts or reaches the database, brings its schema up to date, and opens everything that operations use. Errors: EmbeddedDatabaseError, `not_ready`. */
export async function openGround(config: Config, log: Log, say: Say): Promise<Ground> {
  const started = performance.now();
  const embedded = config.database.url ? undefined : await startEmbedded({ home: config.home.path, say });
  const appUrl = embedded?.appUrl ?? (config.database.url as string);
  let closing = false;
  let masterKeys: MasterKeys | undefined;
  try {
    const database = openDatabase({
      appUrl,
      max: config.database.poolSize,
      onLost(error) {
        // A database that stops with us takes leave of connections that are about to end anyway.
        if (!closing) log.warn({ reason: error.message }, 'A database connection was lost');
      },
    });
    const ids = createIds(systemClock);
    masterKeys = await openMasterKeys({
      home: config.home.path,
      configured: config.crypto.masterKey,
      wrapper: keyWrapperOf(config),
    });
    const ports: Ports = {
      clock: systemClock,
      ids,
      database,
      audit: {
        recorder: new AuditRecorder({
          database,
          clock: systemClock,
          ids,
          onError: (err) => log.error({ err }, 'The audit could not be written; it is kept and tried again'),
        }),
        heads: headFile(join(config.home.path, 'audit-heads.jsonl')),
      },
      vault: createVault({ masterKeys }),
      masterKeys,
      files: openFileStore({ home: config.home.path, ...config.files }),
      scanner: config.scanner.clamdSocket ? clamdScanner(config.scanner.clamdSocket) : undefined,
      identity: {
        baseUrl: config.http.baseUrl,
        localUrl: publicUrl(config),
        smtpUrl: config.mail.smtpUrl,
        mailFrom: config.mail.from,
      },
    };
    if (!embedded) await reach(database);
    say(`Database: ${embedded ? `embedded, ${embedded.state}` : 'reached'} (${secondsSince(started)})`);
    await bringUpToDate(config, embedded, say);
    if (!embedded) await refuseUnfitRole(ports);
    return {
      ports,
      appUrl,
      async close() {
        closing = true;
        masterKeys?.close();
        await database.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    masterKeys?.close();
    await embedded?.stop();
    throw error;
  }
}

/** The key-management service that protects the master keys, where one is configured. Errors: `master_key_unusable`. */
function keyWrapperOf({ crypto }: Config) {
  const { kmsKeyId: keyId, kmsAccessKeyId: accessKeyId, kmsSecretAccessKey: secretAccessKey } = crypto;
  if (!keyId) return undefined;
  if (accessKeyId && secretAccessKey) {
    return kmsKeys({ keyId, accessKeyId, secretAccessKey, region: crypto.kmsRegion, endpoint: crypto.kmsEndpoint });
  }
  throw new Problem('master_key_unusable', {
    detail: 'KITH_KMS_KEY_ID needs KITH_KMS_ACCESS_KEY_ID and KITH_KMS_SECRET_ACCESS_KEY beside it.',
  });
}

/** Says what is wrong with DATABASE_URL, where a request would only hear that the database is away. */
async function reach(database: Database): Promise<void> {
  try {
    await database.system.first(sql`select 1 as one`);
  } catch (error) {
    const cause = error instanceof Problem ? error.cause : error;
    const reason = cause instanceof AggregateError ? (cause.errors[0] as Error).message : (cause as Error).message;
    throw new Problem('not_ready', { detail: `The database of DATABASE_URL cannot be reached: ${reason}.`, cause });
  }
}

/** `0.4 s` since a moment of `performance.now()`. */
function secondsSince(startedMs: number): string {
  return `${((performance.now() - startedMs) / 1000).toFixed(1)} s`;
}

async function bringUpToDate(config: Config, embedded: EmbeddedDatabase | undefined, say: Say): Promise<void> {
  const ownerUrl = embedded?.ownerUrl ?? config.database.ownerUrl;
  if (!ownerUrl) return;
  const started = performance.now();
  const appUser = embedded ? undefined : new URL(config.database.url as string).username || undefined;
  const { applied, total } = await migrate(ownerUrl, appUser).catch((cause: Error) => {
    throw new Problem('not_ready', { detail: cause.message, cause });
  });
  if (applied.length > 0) await migrateJobs(ownerUrl);
  say(
    applied.length > 0
      ? `Schema: ${applied.length} of ${total} migrations applied (${secondsSince(started)})`
      : 'Schema: up to date',
  );
}

/** Refuses to serve a database without our tables, and as a role that could see around row-level security. */
async function refuseUnfitRole(ports: Ports): Promise<void> {
  const role = await ports.database.system.first<{
    name: string;
    powerful: boolean;
    owner: boolean;
    migrated: boolean;
  }>(
    sql`select rolname as name, rolsuper or rolbypassrls as powerful, to_regclass('public.contacts') is not null as migrated,
          exists (select 1 from pg_class where relname = 'contacts' and relowner = pg_roles.oid) as owner
        from pg_roles where rolname = current_user`,
  );
  if (!role?.migrated) {
    throw new Problem('not_ready', {
      detail:
        "The database of DATABASE_URL has no tables yet. Give the owner's credentials in DATABASE_OWNER_URL, and Kith makes them.",
    });
  }
  if (!role.powerful && !role.owner) return;
  throw new Problem('not_ready', {
    detail: `DATABASE_URL signs in as ${role.name}, which could see every workspace. Give it an ordinary role, and the owner's credentials in DATABASE_OWNER_URL.`,
  });
}
