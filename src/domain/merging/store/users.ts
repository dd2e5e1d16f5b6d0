import { type Sql, sql } from '#platform/database';

/** What users are called, by id. */
export async function userNames(reader: Sql, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await reader.rows<{ id: string; name: string }>(sql`select id, name from users
    where workspace_id = kith.workspace_id() and id = any(${ids}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.name]));
}
