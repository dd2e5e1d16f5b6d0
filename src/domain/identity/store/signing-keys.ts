import { type Database, sql } from '#platform/database';

export interface StoredSigningKey {
  id: string;
  publicKey: Record<string, unknown>;
  sealed: Buffer;
  wrappedKey: Buffer;
  createdAt: Date;
}

/** The keys of this server, newest first. */
export function signingKeys(database: Database): Promise<StoredSigningKey[]> {
  return database.system.rows(sql<StoredSigningKey>`
    select id, public_key as "publicKey", sealed, wrapped_key as "wrappedKey", created_at as "createdAt"
    from signing_keys order by created_at desc, id desc`);
}

export async function insertSigningKey(database: Database, key: StoredSigningKey): Promise<void> {
  await database.system.rows(sql`insert into signing_keys (id, public_key, sealed, wrapped_key, created_at)
    values (${key.id}, ${JSON.stringify(key.publicKey)}::jsonb, ${key.sealed}, ${key.wrappedKey}, ${key.createdAt})`);
}

export async function deleteSigningKeysBefore(database: Database, before: Date): Promise<void> {
  await database.system.rows(sql`delete from signing_keys where created_at < ${before}`);
}
