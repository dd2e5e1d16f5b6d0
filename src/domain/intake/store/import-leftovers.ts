import { sql, type Transaction } from '#platform/database';

/** Cells of a row that no field takes, kept with the record that was there before the row. */
export interface Leftover {
  rowNumber: number;
  recordId: string;
  unmapped: Record<string, string>;
}

export function insertLeftovers(tx: Transaction, importId: string, leftovers: readonly Leftover[]): void {
  if (leftovers.length === 0) return;
  const rows = leftovers.map((one) => ({
    import_id: importId,
    row_number: one.rowNumber,
    record_id: one.recordId,
    unmapped: one.unmapped,
  }));
  tx.send(sql`insert into import_leftovers (import_id, row_number, record_id, unmapped)
    select import_id, row_number, record_id, unmapped from json_populate_recordset(null::import_leftovers, ${JSON.stringify(rows)}::json)`);
}
