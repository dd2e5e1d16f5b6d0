import { sql } from '#platform/database';
import { type Handler, listenForWakes, onWake } from '#platform/events';
import { Lane, type LaneOptions } from './lane.ts';

export interface HandlerRunner {
  /** Ends after the batches in progress. */
  stop(): Promise<void>;
  /** Resolves when the handlers have had everything that was in the log when this was called, and all that they caused by it; what fails is left for later. */
  idle(): Promise<void>;
}

export interface RunHandlersOptions extends LaneOptions {
  handlers: readonly Handler[];
}

const lookEveryMs = 1000;
const heldMs = 5;

/** Feeds the log to handlers: per group and workspace one batch at a time, its results and its cursor in one transaction. Any number of processes may do so on one database. */
export async function startHandlers(options: RunHandlersOptions): Promise<HandlerRunner> {
  const { database } = options.ports;
  const lanes = options.handlers.map((handler) => new Lane(handler, options));
  const stopHearing = onWake((workspaceId, types) => {
    for (const lane of lanes) lane.wake(workspaceId, types);
  });
  const stopListening = await listenForWakes(database, (error) => options.onError(error, 'listen', ''));
  const look = () => {
    for (const lane of lanes) void lane.lookEverywhere();
  };
  const timer = setInterval(look, lookEveryMs);
  timer.unref();
  look();
  return {
    async stop() {
      clearInterval(timer);
      stopHearing();
      stopListening();
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
    async idle() {
      const workspaces = await database.system.rows<{ id: string }>(sql`select id from kith.list_workspaces()`);
      for (const { id } of workspaces) await settle(lanes, id);
    },
  };
}

/** Until a whole round of the lanes finds nothing: what one writes is for another to read. Events that a transaction elsewhere holds back are waited for. */
async function settle(lanes: readonly Lane[], workspaceId: string): Promise<void> {
  for (;;) {
    const endings = [];
    for (const lane of lanes) endings.push(await lane.finish(workspaceId));
    if (!endings.some((ending) => ending === 'handled' || ending === 'held' || ending === 'elsewhere')) return;
    await new Promise((resolve) => setTimeout(resolve, heldMs));
  }
}
