import type { Database } from '#platform/database';
import { listenForWakes, onWake } from '#platform/events';
import { Feed } from './feed.ts';

interface Shared {
  feed: Promise<Feed>;
  users: number;
}

/** The feeds of this process: one a workspace that has listeners, and one connection that hears of other processes' events. */
export class Feeds {
  readonly #database: Database;
  readonly #onError: (error: unknown) => void;
  readonly #shared = new Map<string, Shared>();
  #stopListening: Promise<() => void> | undefined;
  #stopHearing: (() => void) | undefined;

  constructor(database: Database, onError: (error: unknown) => void) {
    this.#database = database;
    this.#onError = onError;
  }

  /** The feed of a workspace; give it back by `release`. */
  async take(workspaceId: string): Promise<Feed> {
    this.#listen();
    let shared = this.#shared.get(workspaceId);
    if (!shared) {
      shared = { feed: Feed.open(this.#database, workspaceId, this.#onError), users: 0 };
      this.#shared.set(workspaceId, shared);
    }
    shared.users += 1;
    try {
      return await shared.feed;
    } catch (error) {
      this.#shared.delete(workspaceId);
      throw error;
    }
  }

  async release(workspaceId: string): Promise<void> {
    const shared = this.#shared.get(workspaceId);
    if (!shared) return;
    shared.users -= 1;
    if (shared.users > 0) return;
    this.#shared.delete(workspaceId);
    (await shared.feed).close();
  }

  /** From the first listener on. */
  #listen(): void {
    if (this.#stopListening) return;
    this.#stopListening = listenForWakes(this.#database, this.#onError);
    this.#stopHearing = onWake((workspaceId) => {
      void this.#shared.get(workspaceId)?.feed.then(
        (feed) => feed.wake(),
        () => undefined,
      );
    });
  }

  async close(): Promise<void> {
    this.#stopHearing?.();
    (await this.#stopListening)?.();
  }
}
