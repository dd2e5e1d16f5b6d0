import type { Context } from '#platform/context';
import type { LoggedEvent } from '#platform/events';
import { findObject, isRead, seenBy } from '#platform/records';

/** The events without what the reader may not know of fields: the names of those that changed, and values that go by such a name. */
export async function toldEvents(
  context: Context,
  events: ReadonlyMap<LoggedEvent, LoggedEvent>,
): Promise<ReadonlyMap<LoggedEvent, LoggedEvent>> {
  if (!context.sight) return events;
  const told = await Promise.all(
    [...events].map(async ([one, event]) => [one, await toldEvent(context, event)] as const),
  );
  return new Map(told);
}

async function toldEvent(context: Context, event: LoggedEvent): Promise<LoggedEvent> {
  const object = event.object === null ? undefined : await findObject(context, event.object);
  if (!object) return event;
  const { narrowed, tellsOf } = await seenBy(context, object);
  if ([...narrowed.values()].every(isRead)) return event;
  const kept = Object.entries(event.data).filter(([name]) => isRead(narrowed.get(name)));
  const data = Object.fromEntries(kept);
  if (Array.isArray(data.fields)) data.fields = data.fields.filter((name) => tellsOf(String(name)));
  return { ...event, data };
}
