import { systemActor } from '#platform/actor';
import { Invocation, type Ports } from '#platform/context';
import { sql, type Transaction } from '#platform/database';
import { deepestCause, insertEvents, type LoggedEvent, wakeHandlers } from '#platform/events';
import { publicId } from '#platform/ids';
import { callWithin } from '#platform/operations';
import type { Attempt } from './batch.ts';
import { moveCursor } from './batch.ts';
import { givenUp } from './events.ts';

/** An event is given up after so many tries. */
export const mostTries = 5;

/** What becomes of a failed batch. */
export interface Verdict {
  /** The event that was given up: it lies in `failed_events` and the rest goes on. */
  givenUp?: string;
  /** When to try again. */
  againMs: number;
}

/**
 * Counts a failure. What failed together is tried again one by one, later and later; an event that fails `mostTries` times goes to the failed
 * ones. Nothing is counted when another runner has moved the cursor meanwhile.
 */
export async function noteFailure(
  ports: Ports,
  workspaceId: string,
  group: string,
  attempt: Attempt,
  error: unknown,
): Promise<Verdict> {
  const { from } = attempt;
  if (!from) return { againMs: 1000 };
  const text = String((error as Error | null)?.message ?? error).slice(0, 1000);
  return ports.database.write(workspaceId, async (tx) => {
    // A cursor that was made for the batch that failed went with it.
    tx.send(sql`insert into handler_cursors (handler_group) values (${group}) on conflict do nothing`);
    const cursor = await tx.first<{ failures: number; againMs: number }>(sql`update handler_cursors
      set failures = failures + 1, last_error = ${text}, retry_at = now() + interval '200 ms' * (2 ^ least(failures, 8))
      where workspace_id = kith.workspace_id() and handler_group = ${group}
        and (epoch, xid, event_id) = (${from.epoch}::integer, ${from.xid}::xid8, ${from.eventId}::uuid)
      returning failures, (extract(epoch from retry_at - now()) * 1000)::integer as "againMs"`);
    if (!cursor) return { againMs: 0 };
    const [event, ...others] = attempt.events;
    if (!event || others.length > 0 || cursor.failures < mostTries) return { againMs: cursor.againMs };
    await giveUp(ports, tx, workspaceId, group, event, text);
    moveCursor(tx, group, event);
    return { givenUp: event.id, againMs: 0 };
  });
}

/** Puts an event aside, and tells of it unless that would make its chain too long. */
async function giveUp(
  ports: Ports,
  tx: Transaction,
  workspaceId: string,
  group: string,
  event: LoggedEvent,
  text: string,
): Promise<void> {
  const row = await tx.first<{
    id: string;
  }>(sql`insert into failed_events (id, handler_group, event_id, event_at, error)
    values (${ports.ids.next()}, ${group}, ${event.id}, ${event.at}, ${text})
    on conflict (workspace_id, handler_group, event_id) do update set error = excluded.error, failed_at = now() returning id`);
  if (!row || event.depth >= deepestCause) return;
  const origin = new Invocation({
    ports,
    actor: systemActor(workspaceId),
    surface: `handler:${group}`,
    requestId: event.id,
    cause: { eventId: event.id, depth: event.depth },
    sql: tx,
    tx,
    caller: callWithin,
  });
  const data = { failedEventId: publicId('fe', row.id), handler: group, type: event.type };
  insertEvents(tx, origin, [{ type: givenUp.type, data }]);
  tx.afterCommit(() => wakeHandlers(ports.database, workspaceId, [givenUp.type]));
}
