import { sql, type Transaction } from '#platform/database';
import { inOrder } from './in-order.ts';

/** Which of these records an import has made. */
export async function importedHere(
  tx: Transaction,
  table: string,
  importId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const query = sql<{ id: string }>`select t.id from unnest(${ids}::uuid[]) as wanted(id)
    cross join lateral (
      select id, import_id from ${sql.table(table)}
      where workspace_id = kith.workspace_id() and id >= wanted.id and id <= wanted.id order by id offset 0
    ) t where t.import_id = ${importId}`;
  const rows = await inOrder(tx, query);
  return new Set(rows.map((row) => row.id));
}
