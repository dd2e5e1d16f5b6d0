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
