import { type Sql, sql } from '#platform/database';
import type { LoggedEvent } from './handler.ts';

/** A place in the log of a workspace. */
export interface EventPosition {
  epoch: number;
  xid: string;
  eventId: string;
}

/** Events after a place, oldest first, none that a running transaction could still precede. `most` counts rows; each may carry up to 1,000 records. */
export function eventsAfter(reader: Sql, position: EventPosition, most: number): Promise<LoggedEvent[]> {
  return reader.rows<LoggedEvent>(sql`
    select id, at, epoch, xid::text as xid, type, object, record_ids as "recordIds", data, change_set_id as "changeSetId",
      actor_type as "actorType", actor_id as "actorId", actor_name as "actorName", cause_id as "causeId", depth
    from events
    where workspace_id = kith.workspace_id()
      and (epoch, xid, id) > (${position.epoch}::integer, ${position.xid}::xid8, ${position.eventId}::uuid)
      and (epoch < kith.event_epoch() or xid < pg_snapshot_xmin(pg_current_snapshot()))
    order by epoch, events.xid, id limit ${most}`);
}

/** The place behind the last event that can be read now. */
export async function headOfLog(reader: Sql): Promise<EventPosition> {
  const row = await reader.first<EventPosition>(sql`
    select epoch, xid::text as xid, id as "eventId" from events
    where workspace_id = kith.workspace_id() and (epoch < kith.event_epoch() or xid < pg_snapshot_xmin(pg_current_snapshot()))
    order by epoch desc, events.xid desc, id desc limit 1`);
  return row ?? { epoch: 0, xid: '0', eventId: '00000000-0000-0000-0000-000000000000' };
}
