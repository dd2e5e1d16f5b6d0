import { type Sql, sql } from '#platform/database';

/** In which time zone each of some users is; nobody, and who is not there, is where the workspace is. */
export async function zonesOf(
  reader: Sql,
  userIds: readonly string[],
): Promise<(userId: string | null | undefined) => string> {
  const rows = await reader.rows<{ userId: string | null; zone: string }>(
    sql`select user_id as "userId", zone from report_time_zones
        where workspace_id = kith.workspace_id() and (user_id is null or user_id = any(${userIds}::uuid[]))`,
  );
  const zones = new Map(rows.map(({ userId, zone }) => [userId, zone]));
  const ofWorkspace = zones.get(null) ?? 'UTC';
  return (userId) => zones.get(userId ?? null) ?? ofWorkspace;
}
