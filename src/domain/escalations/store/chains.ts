import { type Sql, sql } from '#platform/database';
import type { Chain } from '../rules/tell.ts';

const mostOfARole = 200;

/** The users who may be told: some of them, to whom they report (their own manager, or else whoever leads their team), and those who have a role. */
export async function chainsOf(
  reader: Sql,
  userIds: readonly string[],
  roles: readonly string[],
): Promise<Map<string, Chain>> {
  const rows = await reader.rows<Chain>(sql`
    with chains as (
      select u.id, u.role, coalesce(u.manager_id, nullif(t.manager_id, u.id)) as manager_id, u.disabled_at is null and u.deleted_at is null as is_active
      from users u left join teams t on t.workspace_id = u.workspace_id and t.id = u.team_id and t.deleted_at is null
      where u.workspace_id = kith.workspace_id()
    ), named as (
      select * from chains where id = any(${userIds}::uuid[])
    ), told as (
      select * from named
      union select * from chains where id in (select manager_id from named)
      union (select * from chains where role = any(${roles}::text[]) and is_active order by id limit ${mostOfARole})
    )
    select id as "userId", role, manager_id as "managerId", is_active as "isActive" from told order by id`);
  return new Map(rows.map((row) => [row.userId, row]));
}
