/** A kind of event. */
export interface EventType {
  /** `crm.contact.created`: past tense. */
  type: string;
  /** One sentence: what has happened. */
  summary: string;
  /** The object whose records its ids name. */
  object?: string;
  /** Names that other systems know it by. */
  aliases?: readonly string[];
  /** Names of whole families of events that it belongs to; who subscribes to one hears all of the family. */
  families?: readonly string[];
  /** Who may hear of it, as `keys:read`. Without it: those who may read its object, or have `events:read` where it has none. */
  permission?: string;
  /** What `data` holds, field by field; in words, for the catalogue. */
  data?: Record<string, string>;
}

const types = new Map<string, EventType>();

/** Declares a kind of event; throws when it is declared twice. */
export function defineEvent(event: EventType): EventType {
  if (types.has(event.type)) throw new Error(`The event '${event.type}' is declared twice.`);
  types.set(event.type, event);
  return event;
}

/** Every declared kind of event, by type. */
export function eventCatalogue(): ReadonlyMap<string, EventType> {
  return types;
}

/** All names that a kind of event can be subscribed to by. */
export function namesOfEvent({ type, aliases = [], families = [] }: EventType): string[] {
  return [type, ...aliases, ...families];
}

/** The kinds of events that a subscription means: by its type, another name of it or its family; `crm.contact.*` is all that begin so. */
export function eventsNamed(pattern: string): EventType[] {
  const kinds = [...types.values()];
  if (!pattern.endsWith('*')) return kinds.filter((kind) => namesOfEvent(kind).includes(pattern));
  const beginning = pattern.slice(0, -1);
  return kinds.filter((kind) => namesOfEvent(kind).some((name) => name.startsWith(beginning)));
}
