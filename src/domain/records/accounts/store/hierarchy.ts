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
export function accountsByKey(reader: Sql, keys: readonly string[]): Promise<Map<string, string>> {
  return accountsBy(reader, 'name_key', keys);
}

/** Accounts by their domains, not deleted; of several with one domain the oldest. */
export function accountsByDomain(reader: Sql, domains: readonly string[]): Promise<Map<string, string>> {
  return accountsBy(reader, 'domain', domains);
}

async function accountsBy(
  reader: Sql,
  column: 'name_key' | 'domain',
  wanted: readonly string[],
): Promise<Map<string, string>> {
  const rows = await reader.rows<{
    key: string;
    id: string;
  }>(sql`select wanted.key, a.id from unnest(${wanted}::text[]) as wanted(key)
    cross join lateral (
      select id from accounts where workspace_id = kith.workspace_id() and ${sql.ref(column)} = wanted.key and deleted_at is null
      order by id limit 1
    ) a`);
  return new Map(rows.map((row) => [row.key, row.id]));
}
