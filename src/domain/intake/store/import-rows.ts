import { type Sql, sql, type Transaction } from '#platform/database';

export interface ToldRow {
  rowNumber: number;
  outcome: 'rejected' | 'marked';
  reason: string;
  /** The row as it stood, cell by cell; empty when it could not be cut into cells. */
  cells: string[];
  /** The row as it stood when it could not be cut into cells. */
  raw?: string | null;
}

/** Tells of rows; a row that was told of already gets the further reason. */
export function insertToldRows(tx: Transaction, importId: string, rows: readonly ToldRow[]): void {
  if (rows.length === 0) return;
  const list = rows.map((row) => ({
    import_id: importId,
    row_number: row.rowNumber,
    outcome: row.outcome,
    reason: row.reason,
    cells: row.cells,
    raw: row.raw,
  }));
  tx.send(sql`insert into import_rows (import_id, row_number, outcome, reason, cells, raw)
    select import_id, row_number, outcome, reason, cells, raw from json_populate_recordset(null::import_rows, ${JSON.stringify(list)}::json)
    on conflict (workspace_id, import_id, row_number) do update set reason = import_rows.reason || ' ' || excluded.reason`);
}

/** Which of these rows are told of already. */
export async function toldNumbers(reader: Sql, importId: string, numbers: readonly number[]): Promise<Set<number>> {
  if (numbers.length === 0) return new Set();
  const rows = await reader.rows<{ rowNumber: number }>(sql`select row_number as "rowNumber" from import_rows
    where workspace_id = kith.workspace_id() and import_id = ${importId} and row_number = any(${numbers}::bigint[])`);
  return new Set(rows.map((row) => row.rowNumber));
}

/** The next rows after a number, in order. */
export function toldRowsAfter(
  reader: Sql,
  importId: string,
  after: number,
  most: number,
  outcomes: readonly string[],
): Promise<ToldRow[]> {
  return reader.rows<ToldRow>(sql`select row_number as "rowNumber", outcome, reason, cells, raw from import_rows
    where workspace_id = kith.workspace_id() and import_id = ${importId} and row_number > ${after} and outcome = any(${outcomes}::text[])
    order by row_number limit ${most}`);
}
