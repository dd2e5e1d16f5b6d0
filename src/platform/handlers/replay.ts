import { type Database, sql, type Transaction } from '#platform/database';
import { type EventPosition, startOfLog, wakeHandlers } from '#platform/events';

/** Sends a group of handlers back to a place in the log, or to its start: it has every event from there on again. Waits for a batch in progress. */
export async function replay(
  database: Database,
  workspaceId: string,
  group: string,
  from: EventPosition = startOfLog,
): Promise<void> {
  await database.write(workspaceId, (tx) => sendBack(database, tx, workspaceId, group, from));
}

/** The same in a transaction. */
export async function sendBack(
  database: Database,
  tx: Transaction,
  workspaceId: string,
  group: string,
  from: EventPosition,
): Promise<void> {
  await tx.rows(sql`insert into handler_cursors (handler_group, epoch, xid, event_id)
    values (${group}, ${from.epoch}, ${from.xid}::xid8, ${from.eventId}::uuid)
    on conflict (workspace_id, handler_group) do update set epoch = excluded.epoch, xid = excluded.xid, event_id = excluded.event_id,
      failures = 0, retry_at = null, last_error = null`);
  tx.afterCommit(() => wakeHandlers(database, workspaceId));
}
