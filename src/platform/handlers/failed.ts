import type { Context } from '#platform/context';
import { type Sql, sql, type Transaction } from '#platform/database';
import { eventById, handlerCatalogue, type LoggedEvent } from '#platform/events';
import { runHandler } from './batch.ts';

/** An event that a handler could not take. */
export interface FailedEvent {
  id: string;
  handler: string;
  eventId: string;
  eventAt: Date;
  error: string;
  failedAt: Date;
}

const columns = sql.raw(`f.id, f.handler_group as handler, f.event_id as "eventId", f.event_at as "eventAt", f.error,
  f.failed_at as "failedAt"`);

export interface FailedRequest {
  handler?: string | undefined;
  /** Behind this one; ids are in the order in which they failed. */
  after?: string | undefined;
  most: number;
}

/** Events that were given up, in the order in which they were, each with its type. */
export function failedEvents(
  reader: Sql,
  { handler, after, most }: FailedRequest,
): Promise<(FailedEvent & { type: string | null })[]> {
  return reader.rows(sql`select ${columns}, e.type from failed_events f
    left join events e on e.workspace_id = f.workspace_id and e.at = f.event_at and e.id = f.event_id
    where f.workspace_id = kith.workspace_id() and (${handler ?? null}::text is null or f.handler_group = ${handler ?? null})
      and (${after ?? null}::uuid is null or f.id > ${after ?? null}::uuid)
    order by f.id limit ${most}`);
}

/** One of them. */
export function failedEvent(reader: Sql, id: string): Promise<FailedEvent | undefined> {
  return reader.first<FailedEvent>(
    sql`select ${columns} from failed_events f where f.workspace_id = kith.workspace_id() and f.id = ${id}`,
  );
}

/** How replaying went: the handler took the event; it is not in the log any more; no handler of that name runs. */
export type Replayed = 'done' | 'gone' | 'unheard';

/**
 * Gives a failed event to its handler again, in this transaction, and forgets that it failed. Waits for a batch in progress; throws what the
 * handler throws, and then nothing has changed.
 */
export async function replayFailed(context: Context, failed: FailedEvent): Promise<Replayed> {
  const { tx, ports, workspaceId } = context;
  const handler = handlerCatalogue().get(failed.handler);
  if (!handler) return 'unheard';
  await tx.rows(sql`select 1 from handler_cursors
    where workspace_id = kith.workspace_id() and handler_group = ${failed.handler} for update`);
  const taken = await tx.count(
    sql`delete from failed_events where workspace_id = kith.workspace_id() and id = ${failed.id}`,
  );
  if (taken === 0) return 'gone';
  const event: LoggedEvent | undefined = await eventById(tx, failed.eventId, failed.eventAt);
  if (!event) return 'gone';
  await runHandler(ports, handler, tx, workspaceId, [event]);
  return 'done';
}

/** How many events a handler could not take, or all together, and the last of them. */
export async function failedCount(
  reader: Sql,
  handler?: string,
): Promise<{ events: number; last: string | undefined }> {
  const row = await reader.first<{ events: number; last: string | null }>(sql`
    select count(*)::integer as events, (array_agg(id order by id desc))[1] as last from failed_events
    where workspace_id = kith.workspace_id() and (${handler ?? null}::text is null or handler_group = ${handler ?? null})`);
  return { events: row?.events ?? 0, last: row?.last ?? undefined };
}

/** Notes why an event has failed once more. */
export async function noteFailedAgain(tx: Transaction, id: string, error: string, at: Date): Promise<void> {
  await tx.rows(sql`update failed_events set error = ${error.slice(0, 1000)}, failed_at = ${at}
    where workspace_id = kith.workspace_id() and id = ${id}`);
}
