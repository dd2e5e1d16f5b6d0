import { type Sql, sql, type Transaction } from '#platform/database';
import type { StoredRole } from '../rules/grants.ts';
import { storedRole } from './roles.ts';

export interface ApiKeyRow {
  id: string;
  name: string;
  prefix: string;
  role: string;
  scopes: string[] | null;
  requestsPerMinute: number | null;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  createdAt: Date;
  createdBy: string | null;
}

const columns =
  sql.raw(`id, name, key_prefix as prefix, role, scopes, requests_per_minute as "requestsPerMinute", last_used_at as "lastUsedAt", expires_at as "expiresAt",
  revoked_at as "revokedAt", created_at as "createdAt", created_by as "createdBy"`);

export interface ApiKeyDraft {
  id: string;
  name: string;
  hash: Buffer;
  prefix: string;
  role: string;
  scopes: readonly string[] | null;
  requestsPerMinute: number | null;
  expiresAt: Date | null;
  at: Date;
  by: string;
}

export function insertApiKey(tx: Transaction, key: ApiKeyDraft): void {
  tx.send(sql`insert into api_keys (id, name, key_hash, key_prefix, role, scopes, requests_per_minute, expires_at, created_at, updated_at, created_by, updated_by)
    values (${key.id}, ${key.name}, ${key.hash}, ${key.prefix}, ${key.role}, ${key.scopes}::text[], ${key.requestsPerMinute}, ${key.expiresAt},
      ${key.at}, ${key.at}, ${key.by}, ${key.by})`);
}

/** Keys, newest first; those before a key when there is one to begin after. */
export function apiKeys(reader: Sql, limit: number, beforeId?: string): Promise<ApiKeyRow[]> {
  const before = beforeId ? sql`and id < ${beforeId}::uuid` : sql``;
  return reader.rows<ApiKeyRow>(
    sql`select ${columns} from api_keys where workspace_id = kith.workspace_id() ${before} order by id desc limit ${limit}`,
  );
}

/** A key with the role that it has. */
export interface LiveApiKey extends ApiKeyRow {
  storedRole: StoredRole | null;
}

/** The key of a hash while it may be used. */
export function liveApiKey(reader: Sql, hash: Buffer, now: Date): Promise<LiveApiKey | undefined> {
  return reader.first<LiveApiKey>(sql`
    select k.*, ${storedRole} from (
      select ${columns}, workspace_id from api_keys
      where workspace_id = kith.workspace_id() and key_hash = ${hash} and revoked_at is null and (expires_at is null or expires_at > ${now})
    ) k left join roles r on r.workspace_id = k.workspace_id and r.name = k.role`);
}

export function apiKeyById(reader: Sql, id: string): Promise<ApiKeyRow | undefined> {
  return reader.first<ApiKeyRow>(
    sql`select ${columns} from api_keys where workspace_id = kith.workspace_id() and id = ${id}`,
  );
}

export function markApiKeyUsed(tx: Transaction, id: string, at: Date): void {
  tx.send(sql`update api_keys set last_used_at = ${at} where workspace_id = kith.workspace_id() and id = ${id}`);
}

/** Revokes a key; false when it was revoked already. */
export async function revokeKey(tx: Transaction, id: string, at: Date, by: string): Promise<boolean> {
  const revoked = await tx.count(sql`update api_keys set revoked_at = ${at}, updated_at = ${at}, updated_by = ${by}
    where workspace_id = kith.workspace_id() and id = ${id} and revoked_at is null`);
  return revoked > 0;
}

/** A key, locked against others who change it. */
export function lockApiKey(tx: Transaction, id: string): Promise<ApiKeyRow | undefined> {
  return tx.first<ApiKeyRow>(
    sql`select ${columns} from api_keys where workspace_id = kith.workspace_id() and id = ${id} for update`,
  );
}

/** Lets a key end at a moment, unless it ends before. */
export function expireKey(tx: Transaction, id: string, expiresAt: Date, at: Date, by: string): void {
  tx.send(sql`update api_keys set expires_at = least(expires_at, ${expiresAt}), updated_at = ${at}, updated_by = ${by}
    where workspace_id = kith.workspace_id() and id = ${id}`);
}
