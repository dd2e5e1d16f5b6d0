import { type Sql, sql, type Transaction } from '#platform/database';

/** A record that names another, which may come later in the file. */
export interface ImportLink {
  recordId: string;
  rowNumber: number;
  nameKey: string;
  name: string;
}

export function insertLinks(tx: Transaction, importId: string, links: readonly ImportLink[]): void {
  if (links.length === 0) return;
  const rows = links.map((link) => ({
    import_id: importId,
    record_id: link.recordId,
    row_number: link.rowNumber,
    name_key: link.nameKey,
    name: link.name,
  }));
  tx.send(sql`insert into import_links (import_id, record_id, row_number, name_key, name)
    select import_id, record_id, row_number, name_key, name from json_populate_recordset(null::import_links, ${JSON.stringify(rows)}::json)
    on conflict (workspace_id, import_id, record_id) do update set name_key = excluded.name_key, name = excluded.name`);
}

export function nextLinks(reader: Sql, importId: string, most: number): Promise<ImportLink[]> {
  return reader.rows<ImportLink>(sql`select record_id as "recordId", row_number as "rowNumber", name_key as "nameKey", name from import_links
    where workspace_id = kith.workspace_id() and import_id = ${importId} order by record_id limit ${most}`);
}

export async function removeLinks(tx: Transaction, importId: string, recordIds: readonly string[]): Promise<void> {
  await tx.rows(
    sql`delete from import_links where workspace_id = kith.workspace_id() and import_id = ${importId} and record_id = any(${recordIds}::uuid[])`,
  );
}
