import type { Database } from '#platform/database';
import { comparePositions, type EventPosition, eventsAfter, type LoggedEvent, positionOf } from '#platform/events';
import type { Feed } from './feed.ts';
import { type Message, markText, messageText, type Outlet } from './outlet.ts';
import { resumeToken } from './resume-token.ts';

const mostRows = 200;
/** Batches that wait for a reader; one that falls further behind goes on from the log at its own pace. */
const mostQueued = 20;

export type ClosingReason = 'too_slow' | 'signed_out' | 'shutting_down' | 'failed';

const closingDetails: Record<ClosingReason, string> = {
  too_slow: 'You did not take what was sent. Nothing is lost: connect again with Last-Event-ID to go on.',
  signed_out: 'The session or key that opened this stream is no longer valid. Sign in again.',
  shutting_down: 'The server stops or restarts. Connect again with Last-Event-ID to go on.',
  failed: 'The stream could not go on because of a mistake on our side. Connect again with Last-Event-ID to go on.',
};

export interface StreamOptions {
  database: Database;
  workspaceId: string;
  feed: Feed;
  outlet: Outlet;
  /** What to tell the reader of each event; nothing where it does not want or may not hear of it. */
  messages: (events: readonly LoggedEvent[]) => Promise<Message[][]>;
  slowMs: number;
}

/** One reader's way through the log: from where it was by reading itself, then along with the feed. */
export class Stream {
  readonly #options: StreamOptions;
  #position: EventPosition;
  #queue: (readonly LoggedEvent[])[] = [];
  #isJoined = false;
  #resume: (() => void) | undefined;

  constructor(options: StreamOptions, from: EventPosition) {
    this.#options = options;
    this.#position = from;
    options.outlet.onClose(() => this.#stop());
  }

  /** Runs until the reader is gone or the stream is closed. */
  async run(): Promise<void> {
    const { outlet } = this.#options;
    try {
      while (outlet.isOpen) await this.#pass(await this.#next());
    } finally {
      this.#stop();
    }
  }

  async #pass(events: readonly LoggedEvent[]): Promise<void> {
    const { outlet, messages } = this.#options;
    const unknown = events.filter((event) => comparePositions(positionOf(event), this.#position) > 0);
    const told = await messages(unknown);
    for (const [index, event] of unknown.entries()) {
      if (!outlet.isOpen) return;
      if (!(await this.#tell(positionOf(event), told[index] ?? []))) this.close('too_slow');
    }
  }

  /** Tells the reader where it stands, so that it would come back to here: it may have heard nothing for long. */
  mark(): void {
    this.#options.outlet.write(markText(resumeToken(this.#position)));
  }

  close(reason: ClosingReason): void {
    const data = JSON.stringify({ reason, detail: closingDetails[reason] });
    this.#options.outlet.close(messageText({ event: 'kith.stream.closed', data }));
    this.#stop();
  }

  #stop(): void {
    this.#options.feed.leave(this.#tap);
    this.#resume?.();
  }

  readonly #tap = (events: readonly LoggedEvent[]): void => {
    if (this.#queue.length < mostQueued) this.#queue.push(events);
    else this.#fallBehind();
    this.#resume?.();
  };

  #fallBehind(): void {
    this.#queue = [];
    this.#isJoined = false;
    this.#options.feed.leave(this.#tap);
  }

  async #next(): Promise<readonly LoggedEvent[]> {
    const queued = this.#queue.shift();
    if (queued) return queued;
    if (!this.#isJoined) return this.#readOrJoin();
    await new Promise<void>((resolve) => {
      this.#resume = resolve;
    });
    return [];
  }

  /** The feed is joined in the moment in which nothing lies between it and this reader. */
  async #readOrJoin(): Promise<readonly LoggedEvent[]> {
    const { database, workspaceId, feed } = this.#options;
    const events = await eventsAfter(database.reader(workspaceId), this.#position, mostRows);
    if (events.length === 0 && comparePositions(feed.position, this.#position) <= 0) {
      feed.join(this.#tap);
      this.#isJoined = true;
    }
    return events;
  }

  /** Whether the reader took it. Only the last message of an event carries its token: one that is cut off in between hears the whole event again. */
  async #tell(position: EventPosition, messages: readonly Message[]): Promise<boolean> {
    const { outlet, slowMs } = this.#options;
    for (const [index, message] of messages.entries()) {
      const id = index === messages.length - 1 ? { id: resumeToken(position) } : {};
      const isTaken = outlet.write(messageText({ ...message, ...id })) || (await outlet.drained(slowMs));
      if (!isTaken) return !outlet.isOpen;
    }
    this.#position = position;
    return true;
  }
}
