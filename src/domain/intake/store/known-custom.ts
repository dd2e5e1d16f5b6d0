import { type Sql, sql, type Transaction } from '#platform/database';
import type { ObjectType } from '#platform/fields';
import { recordsOf } from '#platform/records';

/** Holds off everybody else who brings in records of the kind. */
export function lockCustomRecords(tx: Transaction, object: ObjectType): void {
  tx.send(
    sql`select pg_advisory_xact_lock(hashtextextended(kith.workspace_id()::text || ${`import:${object.name}`}, 0))`,
  );
}

/** The oldest record of each name. */
export async function customByName(
  reader: Sql,
  object: ObjectType,
  names: readonly string[],
): Promise<Map<string, string>> {
  const rows = await reader.rows<{ id: string; name: string }>(sql`select t.id, t.name from ${sql.table(object.table)} t
    where ${recordsOf(object)} and t.deleted_at is null and t.name = any(${[...names]}::text[]) order by t.id desc`);
  return new Map(rows.map((row) => [row.name, row.id]));
}
