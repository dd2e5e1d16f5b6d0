import { type Sql, sql } from '#platform/database';

/** A rule as it is kept. */
export interface KnownRule {
  id: string;
  name: string;
  conditions: unknown;
  action: unknown;
}

/** The rules that are asked, in their order. */
export function activeRules(reader: Sql): Promise<KnownRule[]> {
  return reader.rows<KnownRule>(sql`select id, name, conditions, action from routing_rules
    where workspace_id = kith.workspace_id() and active and deleted_at is null order by position, id`);
}

/** The position of the last rule; 0 where there is none. */
export async function lastPosition(reader: Sql): Promise<number> {
  const row = await reader.first<{ last: number }>(
    sql`select coalesce(max(position), 0) as last from routing_rules where workspace_id = kith.workspace_id() and deleted_at is null`,
  );
  return row?.last ?? 0;
}
