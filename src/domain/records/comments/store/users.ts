import { type Sql, sql } from '#platform/database';

/** Names of users who may sign in, by id. */
export async function activeUsers(reader: Sql, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.rows<{ id: string; name: string }>(sql`select id, name from users
    where workspace_id = kith.workspace_id() and id = any(${ids}::uuid[]) and disabled_at is null and deleted_at is null`);
  return new Map(rows.map((row) => [row.id, row.name]));
}
