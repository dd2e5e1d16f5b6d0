import type { Context } from '#platform/context';
import { objectCatalogue } from '#platform/fields';
import { publicId } from '#platform/ids';
import { eventCatalogue } from './event-type.ts';
import type { LoggedEvent } from './handler.ts';

/** An event as readers outside get it: public ids, and never more than 100 of them in one. */
export interface OutwardEvent {
  /** `ev_…`; the parts of a large event share it. */
  id: string;
  type: string;
  at: string;
  object: string | null;
  /** At most 100; none when the event is about more than 500 records: then `count` says of how many. */
  recordIds: string[];
  /** Of all records that the event is about. */
  count: number;
  /** Which part of a large event this is, from 1. */
  part?: number;
  parts?: number;
  data: Record<string, unknown>;
  changeSetId: string | null;
  actor: { type: string; id: string; name: string };
}

const mostIds = 100;
/** Beyond this many records a list of ids helps nobody: a reader looks anew instead. */
const mostListed = 500;

/** What readers outside get of a row of the log: one event up to 100 records, several up to 500, a summary beyond. */
export function outwardEvents(event: LoggedEvent): OutwardEvent[] {
  const { recordIds } = event;
  const whole = {
    id: publicId('ev', event.id),
    type: event.type,
    at: event.at.toISOString(),
    object: event.object,
    count: recordIds.length,
    data: event.data,
    changeSetId: event.changeSetId && publicId('cs', event.changeSetId),
    actor: actorOf(event),
  };
  if (recordIds.length > mostListed) return [{ ...whole, recordIds: [] }];
  const prefix = prefixOf(event);
  const ids = prefix ? recordIds.map((id) => publicId(prefix, id)) : recordIds;
  if (ids.length <= mostIds) return [{ ...whole, recordIds: ids }];
  const parts = Math.ceil(ids.length / mostIds);
  return Array.from({ length: parts }, (_, index) => ({
    ...whole,
    recordIds: ids.slice(index * mostIds, (index + 1) * mostIds),
    part: index + 1,
    parts,
  }));
}

/** How the ids of an event's records begin; kinds that a workspace has made say it with their events. */
function prefixOf({ object, data }: LoggedEvent): string | undefined {
  const declared = object ? objectCatalogue().get(object)?.prefix : undefined;
  return declared ?? (typeof data.prefix === 'string' ? data.prefix : undefined);
}

const actorPrefixes: Record<string, string> = { user: 'us', key: 'ak', agent: 'ag', system: 'ws' };

function actorOf({ actorType, actorId, actorName }: LoggedEvent): OutwardEvent['actor'] {
  return { type: actorType, id: publicId(actorPrefixes[actorType] ?? actorType, actorId), name: actorName };
}

/** What a reader must be allowed to do to hear of an event: what its kind says, or to read its object, or `events:read`. */
export function permissionToHear(event: Pick<LoggedEvent, 'type' | 'object'>): string {
  const declared = eventCatalogue().get(event.type)?.permission;
  if (declared) return declared;
  const object = event.object ? objectCatalogue().get(event.object) : undefined;
  return object ? `${object.plural}:read` : 'events:read';
}

/** What events about one record each say of it in `data` to a reader outside who may hear of them, by the id of the record. */
export type Payload = (
  context: Context,
  recordIds: readonly string[],
) => Promise<ReadonlyMap<string, Record<string, unknown>>>;

const payloads = new Map<string, Payload>();

/**
 * Declares what readers outside get in `data` of a kind of event about one record. The log itself holds no personal values: they are read when
 * the event is delivered, as the reader may see them then. Throws when it is declared twice.
 */
export function definePayload(type: string, payload: Payload): void {
  if (payloads.has(type)) throw new Error(`The payload of '${type}' is declared twice.`);
  payloads.set(type, payload);
}

/** What a reader outside gets in `data` besides what stands in the log, by event; one query a kind. */
export async function payloadsFor(
  context: Context,
  events: readonly LoggedEvent[],
): Promise<ReadonlyMap<LoggedEvent, Record<string, unknown>>> {
  const found = new Map<LoggedEvent, Record<string, unknown>>();
  for (const [type, payload] of payloads) {
    const single = events.filter((event) => event.type === type && event.recordIds.length === 1);
    if (single.length === 0) continue;
    const ids = [...new Set(single.flatMap((event) => event.recordIds))];
    const data = await payload(context, ids);
    for (const event of single) found.set(event, data.get(event.recordIds[0] ?? '') ?? {});
  }
  return found;
}
