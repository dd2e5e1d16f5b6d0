import { type Sql, sql } from '#platform/database';

/** How many open leads each of these users holds; who holds none is left out. */
export async function openLeadsOf(reader: Sql, userIds: readonly string[]): Promise<Map<string, number>> {
  if (userIds.length === 0) return new Map();
  const rows = await reader.rows<{
    userId: string;
    open: number;
  }>(sql`select owner_id as "userId", count(*) as open from report_leads
    where workspace_id = kith.workspace_id() and owner_id = any(${userIds}::uuid[]) and closed_at is null group by owner_id`);
  return new Map(rows.map(({ userId, open }) => [userId, open]));
}
