import { type Sql, sql } from '#platform/database';
import type { TreeRow } from '../rules/tree.ts';

/** An account and those above it, nearest first, deleted ones left out; at most a hundred levels, each account once. */
export async function ancestorsOf(reader: Sql, accountId: string): Promise<TreeRow[]> {
  const rows = await reader.rows<TreeRow>(sql`
    with recursive above as (
      select id, name, parent_account_id, 0 as level from accounts
        where workspace_id = kith.workspace_id() and id = ${accountId} and deleted_at is null
      union all
      select a.id, a.name, a.parent_account_id, above.level + 1 from accounts a join above on a.id = above.parent_account_id
        where a.workspace_id = kith.workspace_id() and a.deleted_at is null and above.level < 100
    ) cycle id set is_cycle using path
    select id, name, parent_account_id as "parentId" from above where not is_cycle order by level`);
  return rows;
}

/** Accounts below one, from above to below and by name, deleted ones left out; at most `most` and twenty levels. */
export function descendantsOf(reader: Sql, accountId: string, most: number): Promise<TreeRow[]> {
  return reader.rows<TreeRow>(sql`
    with recursive below as (
      select id, name, parent_account_id, 1 as level from accounts
        where workspace_id = kith.workspace_id() and parent_account_id = ${accountId} and deleted_at is null
      union all
      select a.id, a.name, a.parent_account_id, below.level + 1 from accounts a join below on a.parent_account_id = below.id
        where a.workspace_id = kith.workspace_id() and a.deleted_at is null and below.level < 20
    ) cycle id set is_cycle using path
    select id, name, parent_account_id as "parentId" from below where not is_cycle order by level, name, id limit ${most}`);
}
