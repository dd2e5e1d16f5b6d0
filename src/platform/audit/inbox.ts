import { type Sql, sql, type Transaction } from '#platform/database';
import type { Entry } from './entry.ts';

/** Puts entries where the sealer finds them. */
export function insertIntoInbox(tx: Transaction, entries: readonly Entry[]): void {
  const rows = entries.map((entry) => ({ id: entry.id, entry }));
  tx.send(sql`insert into audit_inbox (id, entry)
    select id, entry from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, entry jsonb)`);
}

/** The oldest entries that wait. */
export async function waitingEntries(reader: Sql, most: number): Promise<Entry[]> {
  const rows = await reader.rows<{ entry: Omit<Entry, 'at'> & { at: string } }>(
    sql`select entry from audit_inbox where workspace_id = kith.workspace_id() order by id limit ${most}`,
  );
  return rows.map(({ entry }) => ({ ...entry, at: new Date(entry.at) }));
}

export function deleteFromInbox(tx: Transaction, ids: readonly string[]): void {
  tx.send(sql`delete from audit_inbox where workspace_id = kith.workspace_id() and id = any(${ids}::uuid[])`);
}
