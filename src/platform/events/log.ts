import type { EventDraft, Origin } from '#platform/context';
import { sql, type Transaction } from '#platform/database';
import { eventCatalogue } from './event-type.ts';

/** The depth at which a chain of events causing events is cut. */
export const deepestCause = 8;

const chunkSize = 1000;

/** Writes events to the log in the transaction that made them happen; nothing is awaited before commit. Throws on an undeclared type. */
export function insertEvents(tx: Transaction, origin: Origin, drafts: readonly EventDraft[]): void {
  const rows = drafts.flatMap((draft) => rowsOf(origin, draft));
  if (rows.length === 0) return;
  tx.send(sql`insert into events (id, at, type, object, record_ids, data, change_set_id, actor_type, actor_id, actor_name, cause_id, depth)
    select id, at, type, object, record_ids, data, change_set_id, actor_type, actor_id, actor_name, cause_id, depth
    from json_populate_recordset(null::events, ${JSON.stringify(rows)}::json)`);
}

function rowsOf(origin: Origin, draft: EventDraft): Record<string, unknown>[] {
  if (!eventCatalogue().has(draft.type)) throw new Error(`The event '${draft.type}' is not declared.`);
  const depth = origin.cause ? origin.cause.depth + 1 : 0;
  if (depth > deepestCause) throw new Error(`A chain of events was cut at depth ${deepestCause}: ${draft.type}.`);
  const ids = draft.recordIds ?? [];
  const rows: Record<string, unknown>[] = [];
  for (let at = 0; at === 0 || at < ids.length; at += chunkSize) {
    rows.push({
      id: origin.ports.ids.next(),
      at: origin.now.toISOString(),
      type: draft.type,
      object: draft.object ?? null,
      record_ids: ids.slice(at, at + chunkSize),
      data: draft.data ?? {},
      change_set_id: origin.changeSetId,
      actor_type: origin.actor.type,
      actor_id: origin.actor.id,
      actor_name: origin.actor.name,
      cause_id: origin.cause?.eventId ?? null,
      depth,
    });
  }
  return rows;
}
