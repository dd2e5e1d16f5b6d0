import { type Sql, sql } from '#platform/database';

/** The ids of the accounts above one, nearest first; at most a hundred levels. */
export async function ancestorsOf(reader: Sql, accountId: string): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(sql`
    with recursive above (id, parent_account_id, level) as (
      select id, parent_account_id, 0 from accounts where workspace_id = kith.workspace_id() and id = ${accountId}
      union all
      select a.id, a.parent_account_id, above.level + 1 from accounts a join above on a.id = above.parent_account_id
      where a.workspace_id = kith.workspace_id() and above.level < 100
    )
    select id from above where level > 0 order by level`);
  return rows.map((row) => row.id);
}

/** Accounts by the keys of their names, not deleted; of several with one key the oldest. */
export async function accountsByKey(reader: Sql, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = await reader.rows<{
    key: string;
    id: string;
  }>(sql`select distinct on (name_key) name_key as key, id from accounts
    where workspace_id = kith.workspace_id() and name_key = any(${keys}::text[]) and deleted_at is null order by name_key, id`);
  return new Map(rows.map((row) => [row.key, row.id]));
}

/** Accounts by their domains, not deleted; of several with one domain the oldest. */
export async function accountsByDomain(reader: Sql, domains: readonly string[]): Promise<Map<string, string>> {
  const rows = await reader.rows<{
    domain: string;
    id: string;
  }>(sql`select distinct on (domain) domain, id from accounts
    where workspace_id = kith.workspace_id() and domain = any(${domains}::text[]) and deleted_at is null order by domain, id`);
  return new Map(rows.map((row) => [row.domain, row.id]));
}
