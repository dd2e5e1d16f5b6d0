import { sql, type Transaction } from '#platform/database';
import { inOrder } from './in-order.ts';

/** Accounts by the keys of their names, not deleted; of several with one key the oldest. */
export function accountsByKey(tx: Transaction, keys: readonly string[]): Promise<Map<string, string>> {
  return accountsBy(tx, 'name_key', keys);
}

/** Accounts by their domains, not deleted; of several with one domain the oldest. */
export function accountsByDomain(tx: Transaction, domains: readonly string[]): Promise<Map<string, string>> {
  return accountsBy(tx, 'domain', domains);
}

/** One look-up a key in the index of the column. */
async function accountsBy(
  tx: Transaction,
  column: 'name_key' | 'domain',
  wanted: readonly string[],
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map();
  const name = sql.ref(column);
  const query = sql<{ key: string; id: string }>`select wanted.key, a.id
    from unnest(${wanted}::text[]) as wanted(key)
    cross join lateral (
      select id from (
        select account_id as id from report_account_keys
        where workspace_id = kith.workspace_id() and ${name} >= wanted.key and ${name} <= wanted.key order by ${name} offset 0
      ) same order by id limit 1
    ) a`;
  const rows = await inOrder(tx, query);
  return new Map(rows.map((row) => [row.key, row.id]));
}
