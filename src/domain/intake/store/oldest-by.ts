import { sql, type Transaction } from '#platform/database';
import { inOrder } from './in-order.ts';

/** By what records that are there are recognised: where that stands, under which name, and where their id is. */
const keys = {
  accountName: { view: 'report_account_keys', id: 'account_id', column: 'name_key' },
  accountDomain: { view: 'report_account_keys', id: 'account_id', column: 'domain' },
  dealName: { view: 'report_deal_keys', id: 'deal_id', column: 'name' },
  dealExternalId: { view: 'report_deal_keys', id: 'deal_id', column: 'external_id' },
} as const;

/** Records by such a key, not deleted; of several with the same one the oldest. One look-up a key in the index of its column. */
export async function oldestBy(
  tx: Transaction,
  by: keyof typeof keys,
  wanted: readonly string[],
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map();
  const [view, id, column] = [sql.table(keys[by].view), sql.ref(keys[by].id), sql.ref(keys[by].column)];
  const query = sql<{ key: string; id: string }>`select wanted.key, found.id
    from unnest(${wanted}::text[]) as wanted(key)
    cross join lateral (
      select id from (
        select ${id} as id from ${view}
        where workspace_id = kith.workspace_id() and ${column} >= wanted.key and ${column} <= wanted.key order by ${column} offset 0
      ) same order by id limit 1
    ) found`;
  const rows = await inOrder(tx, query);
  return new Map(rows.map((row) => [row.key, row.id]));
}
