import type { Database } from '#platform/database';
import { type EventPosition, eventsAfter, headOfLog, isBehind, type LoggedEvent, positionOf } from '#platform/events';

/** Takes events as they come, in the order of the log. */
export type Tap = (events: readonly LoggedEvent[]) => void;

const mostRows = 200;
/** Events that come thick are gathered this long. */
const gatherMs = 25;
const heldFirstMs = 5;
const heldMostMs = 100;
const lookEveryMs = 1000;

/** The one reader of a workspace's log in this process, however many listen. */
export class Feed {
  readonly #database: Database;
  readonly #workspaceId: string;
  readonly #onError: (error: unknown) => void;
  readonly #taps = new Set<Tap>();
  #position: EventPosition;
  #timer: NodeJS.Timeout | undefined;
  #dueMs = 0;
  #lastMs = 0;
  #isReading = false;
  #isWoken = false;
  #held = 0;
  #isClosed = false;

  private constructor(
    database: Database,
    workspaceId: string,
    position: EventPosition,
    onError: (error: unknown) => void,
  ) {
    this.#database = database;
    this.#workspaceId = workspaceId;
    this.#position = position;
    this.#onError = onError;
  }

  /** Begins at the head of the log. */
  static async open(database: Database, workspaceId: string, onError: (error: unknown) => void): Promise<Feed> {
    const position = await headOfLog(database.reader(workspaceId));
    const feed = new Feed(database, workspaceId, position, onError);
    feed.#readIn(0);
    return feed;
  }

  /** Behind what the taps have had. */
  get position(): EventPosition {
    return this.#position;
  }

  join(tap: Tap): void {
    this.#taps.add(tap);
  }

  leave(tap: Tap): void {
    this.#taps.delete(tap);
  }

  /** There may be something new. */
  wake(): void {
    if (this.#isReading) this.#isWoken = true;
    else this.#readIn(0);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  /** The earliest of the looks that were asked for counts, but never within the time that gathers. */
  #readIn(ms: number): void {
    const nowMs = performance.now();
    const dueMs = Math.max(nowMs + ms, this.#lastMs + gatherMs);
    if (this.#isClosed || (this.#timer && this.#dueMs <= dueMs)) return;
    clearTimeout(this.#timer);
    this.#dueMs = dueMs;
    this.#timer = setTimeout(() => void this.#read(), dueMs - nowMs);
    this.#timer.unref();
  }

  async #read(): Promise<void> {
    this.#timer = undefined;
    this.#isReading = true;
    this.#isWoken = false;
    this.#lastMs = performance.now();
    let nextMs = lookEveryMs;
    try {
      nextMs = await this.#readOnce();
    } catch (error) {
      this.#onError(error);
    }
    this.#isReading = false;
    this.#readIn(this.#isWoken ? 0 : nextMs);
  }

  /** Hands on what is new, and answers when to look again. */
  async #readOnce(): Promise<number> {
    const reader = this.#database.reader(this.#workspaceId);
    const events = await eventsAfter(reader, this.#position, mostRows);
    const last = events.at(-1);
    if (last) {
      this.#held = 0;
      this.#position = positionOf(last);
      for (const tap of [...this.#taps]) tap(events);
      return 0;
    }
    if (!(await isBehind(reader, this.#position))) return lookEveryMs;
    this.#held += 1;
    return Math.min(heldMostMs, heldFirstMs * 2 ** this.#held);
  }
}
