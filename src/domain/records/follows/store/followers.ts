import { type Sql, sql, type Transaction } from '#platform/database';
import type { RecordRef } from '#platform/fields';

export interface StoredFollow {
  id: string;
  userId: string;
  following: boolean;
  reason: string;
  since: Date;
}

/** Who follows a record or has stopped to, by user; first come first. */
export function followsOf(reader: Sql, recordId: string): Promise<StoredFollow[]> {
  return reader.rows<StoredFollow>(sql`select id, user_id as "userId", following, reason, created_at as since from follows
    where workspace_id = kith.workspace_id() and record_id = ${recordId} and deleted_at is null order by created_at, id`);
}

/** Follows of some users, deleted ones too (their creation was taken back); nobody else writes follows of the record before this transaction ends. */
export async function lockFollows(
  tx: Transaction,
  recordId: string,
  userIds: readonly string[],
): Promise<(StoredFollow & { deleted: boolean })[]> {
  tx.send(
    sql`select pg_advisory_xact_lock(hashtextextended(kith.workspace_id()::text || 'follows' || ${recordId}::text, 0))`,
  );
  return tx.rows(sql`select id, user_id as "userId", following, reason, created_at as since, deleted_at is not null as deleted from follows
    where workspace_id = kith.workspace_id() and record_id = ${recordId} and user_id = any(${userIds}::uuid[]) order by id`);
}

/** Whether the record is there; and who owns it, where its kind has owners. */
export async function ownerOf(reader: Sql, { object, id }: RecordRef): Promise<{ ownerId: string | null } | undefined> {
  const column = object.fields.get('ownerId')?.column;
  const owner = column ? sql`${sql.ref(column)}` : sql`null::uuid`;
  return reader.first<{ ownerId: string | null }>(sql`select ${owner} as "ownerId" from ${sql.table(object.table)}
    where workspace_id = kith.workspace_id() and id = ${id} and deleted_at is null`);
}
