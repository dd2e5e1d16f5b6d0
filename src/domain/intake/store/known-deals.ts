import { sql, type Transaction } from '#platform/database';
import { inOrder } from './in-order.ts';

/** Deals by what they are called elsewhere, or by their names, not deleted; of several the oldest. */
export async function dealsBy(
  tx: Transaction,
  column: 'external_id' | 'name',
  wanted: readonly string[],
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map();
  const name = sql.ref(column);
  const query = sql<{ key: string; id: string }>`select wanted.key, d.id
    from unnest(${wanted}::text[]) as wanted(key)
    cross join lateral (
      select id from (
        select deal_id as id from report_deal_keys
        where workspace_id = kith.workspace_id() and ${name} >= wanted.key and ${name} <= wanted.key order by ${name} offset 0
      ) same order by id limit 1
    ) d`;
  const rows = await inOrder(tx, query);
  return new Map(rows.map((row) => [row.key, row.id]));
}
