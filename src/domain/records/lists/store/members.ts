import { type Query, type Sql, sql, type Transaction } from '#platform/database';

export interface StoredList {
  id: string;
  name: string;
  object: string;
  kind: 'static' | 'dynamic';
  filter: unknown;
}

/** A list that has not been deleted. */
export function listById(reader: Sql, id: string): Promise<StoredList | undefined> {
  return reader.first<StoredList>(sql`select id, name, object, kind, filter from lists
    where workspace_id = kith.workspace_id() and id = ${id} and deleted_at is null`);
}

/** The ids of the records on a static list, as a query. */
export function membersOf(listId: string): Query<{ record_id: string }> {
  return sql`select record_id from list_members
    where workspace_id = kith.workspace_id() and list_id = ${listId} and deleted_at is null`;
}

/** Members of a list among some records, those that were taken out too; nobody else changes members of it before this transaction ends. */
export async function lockMembers(
  tx: Transaction,
  listId: string,
  recordIds: readonly string[],
): Promise<{ id: string; recordId: string; deleted: boolean }[]> {
  tx.send(
    sql`select pg_advisory_xact_lock(hashtextextended(kith.workspace_id()::text || 'list' || ${listId}::text, 0))`,
  );
  return tx.rows(sql`select id, record_id as "recordId", deleted_at is not null as deleted from list_members
    where workspace_id = kith.workspace_id() and list_id = ${listId} and record_id = any(${recordIds}::uuid[]) order by id`);
}
