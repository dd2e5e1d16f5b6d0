import { type Sql, sql, type Transaction } from '#platform/database';

export interface ToldRow {
  rowNumber: number;
  outcome: 'rejected' | 'marked';
  reason: string;
  cells: string[];
}

export function insertToldRows(tx: Transaction, importId: string, rows: readonly ToldRow[]): void {
  if (rows.length === 0) return;
  const list = rows.map((row) => ({
    import_id: importId,
    row_number: row.rowNumber,
    outcome: row.outcome,
    reason: row.reason,
    cells: row.cells,
  }));
  tx.send(sql`insert into import_rows (import_id, row_number, outcome, reason, cells)
    select import_id, row_number, outcome, reason, cells from json_populate_recordset(null::import_rows, ${JSON.stringify(list)}::json)`);
}

/** The next rows after a number, in order. */
export function toldRowsAfter(
  reader: Sql,
  importId: string,
  after: number,
  most: number,
  outcomes: readonly string[],
): Promise<ToldRow[]> {
  return reader.rows<ToldRow>(sql`select row_number as "rowNumber", outcome, reason, cells from import_rows
    where workspace_id = kith.workspace_id() and import_id = ${importId} and row_number > ${after} and outcome = any(${outcomes}::text[])
    order by row_number limit ${most}`);
}
