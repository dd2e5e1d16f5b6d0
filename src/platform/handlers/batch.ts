import { systemActor } from '#platform/actor';
import { insertChangeSet, objectsOf } from '#platform/changes';
import { Invocation, type Ports } from '#platform/context';
import { sql, type Transaction } from '#platform/database';
import {
  deepestCause,
  type EventPosition,
  eventsAfter,
  eventsAfterCursor,
  type Handler,
  insertEvents,
  isBehind,
  type LoggedEvent,
  wakeHandlers,
} from '#platform/events';
import { callWithin } from '#platform/operations';

/** How a look at the log ended: a batch was handled; nothing was there; a running transaction holds back what is; after a failure it is too early; another runner is at it. */
export type Ending = 'handled' | 'nothing' | 'held' | 'resting' | 'elsewhere';

/** What was tried, for when it fails. */
export interface Attempt {
  from?: EventPosition;
  /** What the handler was given, or would have been. */
  events: LoggedEvent[];
  /** Events that the handler hears and that were not given to it, since their chain is too deep. */
  cut: LoggedEvent[];
  /** How many rows the cursor moved past. */
  taken: number;
  /** More may stand behind what was read. */
  isFull: boolean;
}

interface Cursor extends EventPosition {
  failures: number;
  resting: boolean;
  /** It was made just now, after its events were asked for. */
  isNew: boolean;
}

/** Reads up to `mostRows` rows behind the cursor, runs the handler on those that it hears, and moves the cursor, all in the given transaction. */
export async function runBatch(
  ports: Ports,
  handler: Handler,
  tx: Transaction,
  workspaceId: string,
  mostRows: number,
  attempt: Attempt,
): Promise<Ending> {
  // What a crash takes back is in the log still, and so is the cursor: the batch is handled again. Nothing outside hears of it before it is on the disk, since a job's own start waits for that.
  // And the same statements come again and again, over a log of many partitions: to plan each anew took longer than to run it.
  tx.send(
    sql`select set_config('synchronous_commit', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)`,
  );
  // In one flight: what is read for nothing, since another runner is at it, costs less than a second one each time.
  const locking = lockCursor(tx, handler.name);
  const reading = eventsAfterCursor(tx, handler.name, mostRows, handler.on);
  const [cursor, all] = await Promise.all([locking, reading]);
  if (!cursor) return 'elsewhere';
  if (cursor.resting) return 'resting';
  attempt.from = { epoch: cursor.epoch, xid: cursor.xid, eventId: cursor.eventId };
  const most = cursor.failures > 0 ? 1 : mostRows;
  const read = cursor.isNew ? await eventsAfter(tx, cursor, most, handler.on) : all.slice(0, most);
  const batch = takeBatch(handler, read);
  const last = batch.at(-1);
  if (!last) return (await isBehind(tx, cursor)) ? 'held' : 'nothing';
  attempt.taken = batch.length;
  attempt.isFull = read.length === most || batch.length < read.length;
  attempt.cut = batch.filter((event) => isHeard(handler, event) && event.depth >= deepestCause);
  const heard = batch.filter((event) => isHeard(handler, event) && event.depth < deepestCause);
  attempt.events = heard;
  if (heard.length > 0) await runHandler(ports, handler, tx, workspaceId, heard);
  moveCursor(tx, handler.name, last);
  return 'handled';
}

const isHeard = (handler: Handler, event: LoggedEvent) => handler.on.includes(event.type);

/** The cursor, made at the first use; undefined while another runner holds it. */
async function lockCursor(tx: Transaction, group: string): Promise<Cursor | undefined> {
  const lock = sql<
    Omit<Cursor, 'isNew'>
  >`select epoch, xid::text as xid, event_id as "eventId", failures, coalesce(retry_at > now(), false) as resting
    from handler_cursors where workspace_id = kith.workspace_id() and handler_group = ${group} for update skip locked`;
  const there = await tx.first(lock);
  if (there) return { ...there, isNew: false };
  const made = await tx.count(
    sql`insert into handler_cursors (handler_group) values (${group}) on conflict do nothing`,
  );
  const first = made > 0 ? await tx.first(lock) : undefined;
  return first && { ...first, isNew: true };
}

/** Sends the cursor behind an event. */
export function moveCursor(tx: Transaction, group: string, event: LoggedEvent): void {
  tx.send(sql`update handler_cursors
    set epoch = ${event.epoch}, xid = ${event.xid}::xid8, event_id = ${event.id}, failures = 0, retry_at = null, last_error = null
    where workspace_id = kith.workspace_id() and handler_group = ${group}`);
}

/**
 * As many events as hold the handler's number of records together, one at least, and all of one depth: what a batch causes is one deeper
 * than the batch, so a deep event would make its neighbours' consequences look deep as well.
 */
function takeBatch(handler: Handler, read: LoggedEvent[]): LoggedEvent[] {
  const most = handler.batchSize ?? 1000;
  let records = 0;
  let depth: number | undefined;
  const end = read.findIndex((event) => {
    if (!isHeard(handler, event) || event.depth >= deepestCause) return false;
    const size = Math.max(1, event.recordIds.length);
    if (depth !== undefined && (event.depth !== depth || records + size > most)) return true;
    depth = event.depth;
    records += size;
    return false;
  });
  return end < 0 ? read : read.slice(0, end);
}

/** Runs a handler on events inside a transaction, as Kith, and writes what it announces. */
export async function runHandler(
  ports: Ports,
  handler: Handler,
  tx: Transaction,
  workspaceId: string,
  events: LoggedEvent[],
): Promise<void> {
  const last = events.at(-1) as LoggedEvent;
  const context = new Invocation({
    ports,
    actor: systemActor(workspaceId),
    surface: `handler:${handler.name}`,
    requestId: last.id,
    cause: { eventId: last.id, depth: last.depth },
    sql: tx,
    tx,
    caller: callWithin,
  });
  await handler.run(context, events);
  insertEvents(tx, context, context.events);
  const { records } = context;
  if (records > 0) {
    insertChangeSet(tx, context, { operation: handler.name, records, objects: objectsOf(context.events) });
    ports.audit?.recorder.touch(workspaceId);
  }
  const types = context.events.map(({ type }) => type);
  if (types.length > 0) tx.afterCommit(() => wakeHandlers(ports.database, workspaceId, types));
}
