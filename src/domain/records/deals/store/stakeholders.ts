import { type Sql, sql } from '#platform/database';

/** The contacts who have a say in some deals. */
export async function stakeholdersOf(reader: Sql, dealIds: readonly string[]): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(sql`select distinct contact_id as id from deal_stakeholders
    where workspace_id = kith.workspace_id() and deal_id = any(${dealIds}::uuid[]) and deleted_at is null`);
  return rows.map((row) => row.id);
}
