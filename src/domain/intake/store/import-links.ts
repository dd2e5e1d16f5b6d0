import { type Sql, sql, type Transaction } from '#platform/database';

/** A record that names another, which may come later in the file. */
export interface ImportLink {
  recordId: string;
  rowNumber: number;
  nameKey: string;
  name: string;
  /** The row as it stood, to be shown when the link cannot be made. */
  cells: string[];
}

export function insertLinks(tx: Transaction, importId: string, links: readonly ImportLink[]): void {
  if (links.length === 0) return;
  const rows = links.map((link) => ({
    import_id: importId,
    record_id: link.recordId,
    row_number: link.rowNumber,
    name_key: link.nameKey,
    name: link.name,
    cells: link.cells,
  }));
  tx.send(sql`insert into import_links (import_id, record_id, row_number, name_key, name, cells)
    select import_id, record_id, row_number, name_key, name, cells from json_populate_recordset(null::import_links, ${JSON.stringify(rows)}::json)`);
}

/** The next links, in the order of the rows. */
export function nextLinks(reader: Sql, importId: string, most: number): Promise<ImportLink[]> {
  return reader.rows<ImportLink>(sql`select record_id as "recordId", row_number as "rowNumber", name_key as "nameKey", name, cells from import_links
    where workspace_id = kith.workspace_id() and import_id = ${importId} order by row_number limit ${most}`);
}

export async function removeLinks(tx: Transaction, importId: string, rowNumbers: readonly number[]): Promise<void> {
  await tx.rows(
    sql`delete from import_links where workspace_id = kith.workspace_id() and import_id = ${importId} and row_number = any(${rowNumbers}::bigint[])`,
  );
}

/** The chains of parents above some accounts, as parent by account. */
export async function parentsAbove(reader: Sql, accountIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await reader.rows<{ id: string; parent: string }>(sql`
    with recursive above (id, parent, level) as (
      select account_id, parent_account_id, 0 from report_accounts where account_id = any(${accountIds}::uuid[]) and workspace_id = kith.workspace_id()
      union
      select a.account_id, a.parent_account_id, above.level + 1 from report_accounts a join above on a.account_id = above.parent
      where a.workspace_id = kith.workspace_id() and above.level < 100
    )
    select distinct id, parent from above where parent is not null`);
  return new Map(rows.map((row) => [row.id, row.parent]));
}
