import { type Sql, sql } from '#platform/database';

/** Which of these records an import has made. */
export async function importedHere(
  reader: Sql,
  table: string,
  importId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await reader.rows<{ id: string }>(sql`select id from ${sql.table(table)}
    where workspace_id = kith.workspace_id() and id = any(${ids}::uuid[]) and import_id = ${importId}`);
  return new Set(rows.map((row) => row.id));
}
