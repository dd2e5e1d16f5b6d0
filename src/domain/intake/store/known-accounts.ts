import { type Sql, sql } from '#platform/database';

/** Accounts by the keys of their names, not deleted; of several with one key the oldest. */
export function accountsByKey(reader: Sql, keys: readonly string[]): Promise<Map<string, string>> {
  return accountsBy(reader, 'name_key', keys);
}

/** Accounts by their domains, not deleted; of several with one domain the oldest. */
export function accountsByDomain(reader: Sql, domains: readonly string[]): Promise<Map<string, string>> {
  return accountsBy(reader, 'domain', domains);
}

/**
 * Written so that it can only be a look-up a key in the index of that column. In a table that has never been analysed (and this one looks
 * wide, so small) every index that begins with the workspace seems to cost the same, and PostgreSQL read all accounts for each key: 250 µs
 * of an import's row. A range that must come in the order of its column leaves it one index; the fence keeps the limit out of its reckoning.
 */
async function accountsBy(
  reader: Sql,
  column: 'name_key' | 'domain',
  wanted: readonly string[],
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map();
  const name = sql.ref(column);
  const rows = await reader.rows<{ key: string; id: string }>(sql`select wanted.key, a.id
    from unnest(${wanted}::text[]) as wanted(key)
    cross join lateral (
      select id from (
        select account_id as id from report_account_keys
        where workspace_id = kith.workspace_id() and ${name} >= wanted.key and ${name} <= wanted.key order by ${name} offset 0
      ) same order by id limit 1
    ) a`);
  return new Map(rows.map((row) => [row.key, row.id]));
}
