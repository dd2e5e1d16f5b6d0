import type { Context } from '#platform/context';

/** An event as it stands in the log. */
export interface LoggedEvent {
  id: string;
  at: Date;
  epoch: number;
  xid: string;
  type: string;
  object: string | null;
  recordIds: string[];
  data: Record<string, unknown>;
  changeSetId: string | null;
  actorType: string;
  actorId: string;
  actorName: string;
  causeId: string | null;
  depth: number;
}

/** A reaction to events: it gets batches of one workspace in the order of the log, inside the transaction that moves its cursor, so each event has its effect once. */
export interface Handler {
  /** The group: its cursor is kept under this name. */
  name: string;
  /** One sentence: what it does. */
  summary: string;
  /** Types of events that it hears. */
  on: readonly string[];
  /** Most records in a batch: 1,000 unless told. */
  batchSize?: number;
  run(context: Context, events: readonly LoggedEvent[]): Promise<void>;
}

const handlers = new Map<string, Handler>();

/** Declares a handler. */
export function defineHandler(handler: Handler): Handler {
  handlers.set(handler.name, handler);
  return handler;
}

/** Every declared handler, by its name. */
export function handlerCatalogue(): ReadonlyMap<string, Handler> {
  return handlers;
}
