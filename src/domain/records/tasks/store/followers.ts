import { type Sql, sql } from '#platform/database';

/** The tasks that followed others, deleted ones too, by the task that they followed. */
export async function followersOf(
  reader: Sql,
  ids: readonly string[],
): Promise<Map<string, { id: string; deleted: boolean }>> {
  const rows = await reader.rows<{ previous: string; id: string; deleted: boolean }>(
    sql`select previous_id as previous, id, deleted_at is not null as deleted from tasks
        where workspace_id = kith.workspace_id() and previous_id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map(({ previous, ...follower }) => [previous, follower]));
}
