import { type Sql, sql, type Transaction } from '#platform/database';

/** The file of a name on a record, if it has not been deleted; nobody else writes one of that name before this transaction ends. */
export async function lockName(tx: Transaction, recordId: string, key: string): Promise<{ id: string } | undefined> {
  tx.send(
    sql`select pg_advisory_xact_lock(hashtextextended(kith.workspace_id()::text || 'file' || ${recordId}::text || ${key}, 0))`,
  );
  return tx.first<{ id: string }>(sql`select id from files
    where workspace_id = kith.workspace_id() and record_id = ${recordId} and name_key = ${key} and deleted_at is null`);
}

/** Whether the time of a file is over. */
export async function isOver(reader: Sql, fileId: string, at: Date): Promise<boolean> {
  const row = await reader.first(sql`select 1 as over from files
    where workspace_id = kith.workspace_id() and id = ${fileId} and delete_after <= ${at}::timestamptz`);
  return row !== undefined;
}

/** The keys of the names that files have on records, by record. */
export async function takenNames(reader: Sql, recordIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await reader.rows<{
    id: string;
    keys: string[];
  }>(sql`select record_id as id, array_agg(name_key) as keys from files
    where workspace_id = kith.workspace_id() and record_id = any(${recordIds}::uuid[]) and deleted_at is null group by record_id`);
  return new Map(rows.map(({ id, keys }) => [id, new Set(keys)]));
}
