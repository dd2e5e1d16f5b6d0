import { insertRows, type Sql, sql, type Transaction } from '#platform/database';
import type { Step } from '../rules/steps.ts';

export interface LogEntry {
  id: string;
  communicationId: string;
  step: Step | 'recorded';
  at: string;
  data: Record<string, unknown>;
}

/** Notes what became of communications. */
export async function insertLog(tx: Transaction, entries: readonly LogEntry[], authorId: string): Promise<void> {
  await insertRows(
    tx,
    'communication_log',
    entries.map(({ communicationId, ...entry }) => ({
      ...entry,
      communication_id: communicationId,
      created_by: authorId,
      updated_by: authorId,
    })),
  );
}

/** What became of a communication, step by step, the first first. */
export function logOf(
  reader: Sql,
  communicationId: string,
  most: number,
): Promise<Omit<LogEntry, 'communicationId'>[]> {
  return reader.rows(sql<LogEntry>`select id, step, at, data from communication_log
    where workspace_id = kith.workspace_id() and communication_id = ${communicationId}::uuid order by at, id limit ${most}`);
}
