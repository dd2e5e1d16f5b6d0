import type { Actor } from '#platform/actor';
import { Invocation, type Ports } from '#platform/context';
import type { Sql } from '#platform/database';
import { type LoggedEvent, type OutwardEvent, outwardEvents, payloadsFor, visibleRecords } from '#platform/events';
import { accessOf, callWithin } from '#platform/operations';
import type { Message } from './outlet.ts';
import { hears, type Subscription } from './subscription.ts';
import { toldEvents } from './told-events.ts';

/** All readers of a workspace are given the same events, so most of what they are told is made once. */
const made = new WeakMap<LoggedEvent, Message[]>();

function messageOf(one: OutwardEvent): Message {
  return { event: one.type, data: JSON.stringify(one) };
}

function plainMessages(event: LoggedEvent): Message[] {
  const known = made.get(event);
  if (known) return known;
  const messages = outwardEvents(event).map(messageOf);
  made.set(event, messages);
  return messages;
}

/** The events with those of their records that the reader sees; one of whose records none is seen is left out. */
async function seenOf(sql: Sql, events: readonly LoggedEvent[]): Promise<Map<LoggedEvent, LoggedEvent>> {
  if (!sql.reach) return new Map(events.map((event) => [event, event]));
  const seen = await visibleRecords(sql, events);
  const told = new Map<LoggedEvent, LoggedEvent>();
  for (const event of events) {
    const { object, recordIds } = event;
    const ids = object === null ? recordIds : recordIds.filter((id) => seen.has(`${object} ${id}`));
    if (ids.length === recordIds.length) told.set(event, event);
    else if (ids.length > 0) told.set(event, { ...event, recordIds: ids });
  }
  return told;
}

/** What a reader is told of each event: nothing where it does not want or may not hear of it. */
export async function messagesFor(
  ports: Ports,
  actor: Actor,
  subscription: Subscription,
  events: readonly LoggedEvent[],
  requestId: string,
): Promise<Message[][]> {
  const wanted = events.filter((event) => hears(subscription, actor, event));
  const { reach, sight } = await accessOf(ports, actor);
  const sql = ports.database.reader(actor.workspaceId, reach);
  const context = new Invocation({ ports, actor, surface: 'live', requestId, sql, sight, caller: callWithin });
  const heardOf = await toldEvents(context, await seenOf(sql, wanted));
  const payloads = await payloadsFor(context, [...heardOf.values()]);
  return events.map((one) => {
    const event = heardOf.get(one);
    if (!event) return [];
    const more = payloads.get(event);
    if (!more) return plainMessages(event);
    return outwardEvents(event).map((one) => messageOf({ ...one, data: { ...one.data, ...more } }));
  });
}
