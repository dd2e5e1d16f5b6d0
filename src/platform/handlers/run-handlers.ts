import { systemActor } from '#platform/actor';
import { insertChangeSet } from '#platform/changes';
import { Invocation, type Ports } from '#platform/context';
import { sql, type Transaction } from '#platform/database';
import {
  type EventPosition,
  eventsAfter,
  type Handler,
  insertEvents,
  type LoggedEvent,
  onWake,
  wakeChannel,
  wakeHandlers,
} from '#platform/events';
import { callWithin } from '#platform/operations';

export interface HandlerRunner {
  /** Ends after the batches in progress. */
  stop(): Promise<void>;
  /** Resolves when no handler has anything left to read that could be read when this was called. */
  idle(): Promise<void>;
}

export interface RunHandlersOptions {
  ports: Ports;
  handlers: readonly Handler[];
  onError: (error: unknown, handler: string, workspaceId: string) => void;
  /** Told how long an event waited for its handler, for the metrics. */
  onBatch?: (handler: string, events: number, lagMs: number) => void;
}

const lookEveryMs = 1000;
const mostTries = 5;

/** Feeds the log to handlers: per group and workspace one batch at a time, its results and its cursor in one transaction. */
export async function startHandlers(options: RunHandlersOptions): Promise<HandlerRunner> {
  const lanes = options.handlers.map((handler) => new Lane(handler, options));
  const stopHearing = onWake((workspaceId) => {
    for (const lane of lanes) lane.wake(workspaceId);
  });
  const listener = await listen(options, lanes);
  const timer = setInterval(() => {
    for (const lane of lanes) void lane.lookEverywhere();
  }, lookEveryMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      stopHearing();
      await listener();
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
    async idle() {
      for (let quiet = 0; quiet < 2; ) {
        const worked = await Promise.all(lanes.map((lane) => lane.lookEverywhere()));
        quiet = worked.some(Boolean) ? 0 : quiet + 1;
      }
    },
  };
}

async function listen(options: RunHandlersOptions, lanes: Lane[]): Promise<() => Promise<void>> {
  const client = await options.ports.database.pool.connect();
  let ended = false;
  client.on('notification', (notice) => {
    if (notice.payload) for (const lane of lanes) lane.wake(notice.payload);
  });
  client.on('error', (error) => {
    if (!ended) options.onError(error, 'listen', '');
  });
  await client.query(`listen ${wakeChannel}`);
  return async () => {
    ended = true;
    client.release(true);
  };
}

/** One group of handlers. */
class Lane {
  readonly #handler: Handler;
  readonly #options: RunHandlersOptions;
  readonly #waiting = new Set<string>();
  #running: Promise<boolean> | undefined;
  #stopped = false;

  constructor(handler: Handler, options: RunHandlersOptions) {
    this.#handler = handler;
    this.#options = options;
  }

  wake(workspaceId: string): void {
    this.#waiting.add(workspaceId);
    void this.#work();
  }

  /** Looks for events that no notice told about: after a start, or from a process that died. Answers whether there were any. */
  async lookEverywhere(): Promise<boolean> {
    try {
      const rows = await this.#options.ports.database.system.rows<{ id: string }>(
        sql`select id from kith.workspaces_with_events(${this.#handler.name})`,
      );
      for (const row of rows) this.#waiting.add(row.id);
    } catch (error) {
      this.#options.onError(error, this.#handler.name, '');
    }
    return this.#work();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  #work(): Promise<boolean> {
    this.#running ??= this.#drain().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #drain(): Promise<boolean> {
    let worked = false;
    for (const workspaceId of this.#waiting) {
      this.#waiting.delete(workspaceId);
      while (!this.#stopped && (await this.#batch(workspaceId))) worked = true;
      if (this.#stopped) break;
    }
    return worked;
  }

  /** One batch; answers whether there may be more. */
  async #batch(workspaceId: string): Promise<boolean> {
    try {
      return await this.#options.ports.database.write(workspaceId, (tx) => this.#readAndRun(tx, workspaceId));
    } catch (error) {
      this.#options.onError(error, this.#handler.name, workspaceId);
      await this.#noteFailure(workspaceId, error);
      return false;
    }
  }

  async #readAndRun(tx: Transaction, workspaceId: string): Promise<boolean> {
    const { ports, onBatch } = this.#options;
    await tx.rows(
      sql`insert into handler_cursors (handler_group) values (${this.#handler.name}) on conflict do nothing`,
    );
    const cursor = await tx.first<
      EventPosition & { failures: number }
    >(sql`select epoch, xid::text as xid, event_id as "eventId", failures
      from handler_cursors where workspace_id = kith.workspace_id() and handler_group = ${this.#handler.name} for update skip locked`);
    if (!cursor) return false;
    const read = await eventsAfter(tx, cursor, cursor.failures > 0 ? 1 : 200);
    const batch = takeRecords(read, this.#handler.batchSize ?? 1000);
    const last = batch.at(-1);
    if (!last) return false;
    const heard = batch.filter((event) => this.#handler.on.includes(event.type) && event.depth < 8);
    if (heard.length > 0) await this.#run(tx, workspaceId, heard);
    tx.send(sql`update handler_cursors set epoch = ${last.epoch}, xid = ${last.xid}::xid8, event_id = ${last.id}, failures = 0, retry_at = null, last_error = null
      where workspace_id = kith.workspace_id() and handler_group = ${this.#handler.name}`);
    const first = heard[0];
    if (first)
      tx.afterCommit(() =>
        onBatch?.(this.#handler.name, heard.length, ports.clock.now().getTime() - first.at.getTime()),
      );
    return true;
  }

  async #run(tx: Transaction, workspaceId: string, events: LoggedEvent[]): Promise<void> {
    const { ports } = this.#options;
    const last = events.at(-1) as LoggedEvent;
    const depth = Math.max(...events.map((event) => event.depth));
    const context = new Invocation({
      ports,
      actor: systemActor(workspaceId),
      surface: `handler:${this.#handler.name}`,
      requestId: last.id,
      cause: { eventId: last.id, depth },
      sql: tx,
      tx,
      caller: callWithin,
    });
    await this.#handler.run(context, events);
    insertEvents(tx, context, context.events);
    if (context.records > 0) insertChangeSet(tx, context, { operation: this.#handler.name, records: context.records });
    if (context.events.length > 0) tx.afterCommit(() => wakeHandlers(ports.database, workspaceId));
  }

  /** A failing batch is tried again alone, later and later; after five tries its first event goes to the failed ones and the rest goes on. */
  async #noteFailure(workspaceId: string, error: unknown): Promise<void> {
    const text = String((error as Error | null)?.message ?? error).slice(0, 1000);
    const { name } = this.#handler;
    try {
      await this.#options.ports.database.write(workspaceId, async (tx) => {
        const cursor = await tx.first<EventPosition & { failures: number }>(sql`
          update handler_cursors set failures = failures + 1, last_error = ${text}, retry_at = now() + least(interval '1 minute', interval '200 ms' * (2 ^ failures))
          where workspace_id = kith.workspace_id() and handler_group = ${name}
          returning epoch, xid::text as xid, event_id as "eventId", failures`);
        if (!cursor || cursor.failures <= mostTries) return;
        const [event] = await eventsAfter(tx, cursor, 1);
        if (!event) return;
        await tx.rows(
          sql`insert into failed_events (handler_group, event_id, event_at, error) values (${name}, ${event.id}, ${event.at}, ${text}) on conflict do nothing`,
        );
        await tx.rows(sql`update handler_cursors set epoch = ${event.epoch}, xid = ${event.xid}::xid8, event_id = ${event.id}, failures = 0, retry_at = null
          where workspace_id = kith.workspace_id() and handler_group = ${name}`);
      });
    } catch (failure) {
      this.#options.onError(failure, name, workspaceId);
    }
  }
}

/** As many events as hold `most` records together, one at least. */
function takeRecords(events: LoggedEvent[], most: number): LoggedEvent[] {
  let records = 0;
  const end = events.findIndex((event, index) => {
    records += Math.max(1, event.recordIds.length);
    return index > 0 && records > most;
  });
  return end < 0 ? events : events.slice(0, end);
}
