import type { Actor } from '#platform/actor';
import { Invocation, type Ports } from '#platform/context';
import { type LoggedEvent, type OutwardEvent, outwardEvents, payloadsFor } from '#platform/events';
import { callWithin } from '#platform/operations';
import type { Message } from './outlet.ts';
import { hears, type Subscription } from './subscription.ts';

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

/** What a reader is told of each event: nothing where it does not want or may not hear of it. */
export async function messagesFor(
  ports: Ports,
  actor: Actor,
  subscription: Subscription,
  events: readonly LoggedEvent[],
  requestId: string,
): Promise<Message[][]> {
  const heard = events.filter((event) => hears(subscription, actor, event));
  const sql = ports.database.reader(actor.workspaceId);
  const context = new Invocation({ ports, actor, surface: 'live', requestId, sql, caller: callWithin });
  const payloads = await payloadsFor(context, heard);
  const heardOf = new Set(heard);
  return events.map((event) => {
    if (!heardOf.has(event)) return [];
    const more = payloads.get(event);
    if (!more) return plainMessages(event);
    return outwardEvents(event).map((one) => messageOf({ ...one, data: { ...one.data, ...more } }));
  });
}
