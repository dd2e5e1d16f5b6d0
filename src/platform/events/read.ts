import type { RawBuilder } from 'kysely';
import { type Sql, sql } from '#platform/database';
import type { LoggedEvent } from './handler.ts';

/** A place in the log of a workspace. */
export interface EventPosition {
  epoch: number;
  xid: string;
  eventId: string;
}

/** The place before everything. */
export const startOfLog: EventPosition = { epoch: 0, xid: '0', eventId: '00000000-0000-0000-0000-000000000000' };

/** The place of an event. */
export function positionOf(event: LoggedEvent): EventPosition {
  return { epoch: event.epoch, xid: event.xid, eventId: event.id };
}

/** Below 0 when `a` stands before `b`. */
export function comparePositions(a: EventPosition, b: EventPosition): number {
  if (a.epoch !== b.epoch) return a.epoch - b.epoch;
  if (a.xid !== b.xid) return BigInt(a.xid) < BigInt(b.xid) ? -1 : 1;
  return a.eventId < b.eventId ? -1 : a.eventId > b.eventId ? 1 : 0;
}

/**
 * Events after a place, oldest first, none that a running transaction could still precede. `most` counts rows; each may carry up to 1,000
 * records. With `types`, the others come as empty shells, so that a reader moves past them.
 */
export function eventsAfter(
  reader: Sql,
  position: EventPosition,
  most: number,
  types?: readonly string[],
): Promise<LoggedEvent[]> {
  const place = sql`${position.epoch}::integer, ${position.xid}::xid8, ${position.eventId}::uuid`;
  return reader.rows<LoggedEvent>(sql`${eventsBehind(place, most, types)}`);
}

/** As eventsAfter, from the place where a group of handlers stands; none for a group that has not begun. */
export function eventsAfterCursor(
  reader: Sql,
  group: string,
  most: number,
  types: readonly string[],
): Promise<LoggedEvent[]> {
  const place = sql`(select epoch from place), (select xid from place), (select event_id from place)`;
  return reader.rows<LoggedEvent>(sql`
    with place as materialized (
      select epoch, xid, event_id from handler_cursors where workspace_id = kith.workspace_id() and handler_group = ${group})
    ${eventsBehind(place, most, types)}`);
}

function eventsBehind(place: RawBuilder<unknown>, most: number, types: readonly string[] | undefined) {
  const heard = types ? sql`type = any(${types})` : sql`true`;
  return sql`select id, at, epoch, xid::text as xid, type, object, case when ${heard} then record_ids else '{}' end as "recordIds",
      case when ${heard} then data else '{}' end as data, change_set_id as "changeSetId",
      actor_type as "actorType", actor_id as "actorId", actor_name as "actorName", cause_id as "causeId", depth
    from events
    where workspace_id = kith.workspace_id()
      and (epoch, xid, id) > (${place})
      and (epoch < (select kith.event_epoch()) or xid < pg_snapshot_xmin(pg_current_snapshot()))
    order by epoch, events.xid, id limit ${most}`;
}

/** One event of the log by its id and the moment that it bears; undefined when it is not there any more. */
export function eventById(reader: Sql, id: string, at: Date): Promise<LoggedEvent | undefined> {
  return reader.first<LoggedEvent>(sql`
    select id, at, epoch, xid::text as xid, type, object, record_ids as "recordIds", data, change_set_id as "changeSetId",
      actor_type as "actorType", actor_id as "actorId", actor_name as "actorName", cause_id as "causeId", depth
    from events where workspace_id = kith.workspace_id() and at = ${at} and id = ${id}`);
}

/** The place before the first event that happened at a moment or after it: before all that its transaction wrote. */
export async function positionBefore(reader: Sql, moment: Date): Promise<EventPosition> {
  const row = await reader.first<{ epoch: number; xid: string }>(sql`select epoch, xid::text as xid from events
    where workspace_id = kith.workspace_id() and at >= ${moment} order by epoch, events.xid, id limit 1`);
  return row ? { ...startOfLog, epoch: row.epoch, xid: row.xid } : headOfLog(reader);
}

/** Whether anything stands behind a place, though it may be held back by a running transaction. */
export async function isBehind(reader: Sql, position: EventPosition): Promise<boolean> {
  const row = await reader.first<{ behind: boolean }>(sql`select exists (select 1 from events
    where workspace_id = kith.workspace_id()
      and (epoch, xid, id) > (${position.epoch}::integer, ${position.xid}::xid8, ${position.eventId}::uuid)) as behind`);
  return row?.behind ?? false;
}

/** The place behind the last event that can be read now. */
export async function headOfLog(reader: Sql): Promise<EventPosition> {
  const row = await reader.first<EventPosition>(sql`
    select epoch, xid::text as xid, id as "eventId" from events
    where workspace_id = kith.workspace_id() and (epoch < (select kith.event_epoch()) or xid < pg_snapshot_xmin(pg_current_snapshot()))
    order by epoch desc, events.xid desc, id desc limit 1`);
  return row ?? startOfLog;
}

/** Which records of these events are seen by whoever reads, as `contact <uuid>`. */
export async function visibleRecords(
  reader: Sql,
  events: readonly Pick<LoggedEvent, 'object' | 'recordIds'>[],
): Promise<Set<string>> {
  const told = events.flatMap(({ object, recordIds }) => (object ? recordIds.map((id) => ({ object, id })) : []));
  if (told.length === 0) return new Set();
  const rows = await reader.rows<{ key: string }>(sql`select distinct object || ' ' || id as key
    from unnest(${told.map((one) => one.object)}::text[], ${told.map((one) => one.id)}::uuid[]) as told(object, id)
    where kith.sees_record(object, id)`);
  return new Set(rows.map((row) => row.key));
}
