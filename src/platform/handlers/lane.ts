import type { Ports } from '#platform/context';
import { sql } from '#platform/database';
import type { Handler, LoggedEvent } from '#platform/events';
import { type Attempt, type Ending, runBatch } from './batch.ts';
import { mostTries, noteFailure } from './failure.ts';

const mostRows = 200;
const fewestRows = 4;
/** Events that come thick are gathered as long as the last batch took, and this long at least and at most: every batch costs a commit. */
const gatherLeastMs = 40;
const gatherMostMs = 200;
const heldFirstMs = 5;
const heldMostMs = 250;

export interface LaneOptions {
  ports: Ports;
  /** Told about failures, events that were given up, and chains that were cut. */
  onError: (error: unknown, handler: string, workspaceId: string) => void;
  /** Told how many events a handler has had and how long the first of them waited, for the metrics. */
  onBatch?: (handler: string, events: number, lagMs: number) => void;
}

/** What is known of a workspace between two looks at its log. */
interface Pace {
  /** Rows to read at once: twice as many as were of use last time, since a row may bear a thousand records; after a failure one. */
  rows: number;
  /** How often in a row its events were held back. */
  held: number;
  /** Until when what comes is gathered. */
  restUntilMs: number;
  timer?: NodeJS.Timeout | undefined;
}

/** One group of handlers: it goes through the workspaces in turn, a batch at a time. */
export class Lane {
  readonly #handler: Handler;
  readonly #options: LaneOptions;
  readonly #waiting = new Set<string>();
  readonly #paces = new Map<string, Pace>();
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(handler: Handler, options: LaneOptions) {
    this.#handler = handler;
    this.#options = options;
  }

  /** There may be something to read in this workspace. Types that this group does not hear can wait for the next look of its own. */
  wake(workspaceId: string, types?: readonly string[]): void {
    if (types && !types.some((type) => this.#handler.on.includes(type))) return;
    const restMs = (this.#paces.get(workspaceId)?.restUntilMs ?? 0) - performance.now();
    if (restMs > 0) this.#later(workspaceId, restMs);
    else this.#look(workspaceId);
  }

  /** Looks for events that no notice told about: after a start, or from a process that died. */
  async lookEverywhere(): Promise<void> {
    const { ports, onError } = this.#options;
    try {
      const rows = await ports.database.system.rows<{ id: string }>(
        sql`select id from kith.workspaces_with_events(${this.#handler.name})`,
      );
      for (const row of rows) this.wake(row.id);
    } catch (error) {
      onError(error, this.#handler.name, '');
    }
  }

  /** Handles all that can be read in a workspace now, and answers how its last look ended. */
  async finish(workspaceId: string): Promise<Ending | 'failed'> {
    await this.#running;
    let ending = await this.#batch(workspaceId);
    while (ending === 'handled') ending = await this.#batch(workspaceId);
    return ending;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const pace of this.#paces.values()) clearTimeout(pace.timer);
    await this.#running;
  }

  #look(workspaceId: string): void {
    this.#waiting.add(workspaceId);
    this.#running ??= this.#drain();
  }

  #later(workspaceId: string, ms: number): void {
    const pace = this.#paceOf(workspaceId);
    if (pace.timer || this.#stopped) return;
    pace.timer = setTimeout(() => {
      pace.timer = undefined;
      this.#look(workspaceId);
    }, ms);
    pace.timer.unref();
  }

  /** One batch of each workspace in turn, so that nobody waits for another's backlog. */
  async #drain(): Promise<void> {
    for (const workspaceId of this.#waiting) {
      this.#waiting.delete(workspaceId);
      if (this.#stopped) break;
      if ((await this.#batch(workspaceId)) === 'handled') this.#goOn(workspaceId);
    }
    this.#running = undefined;
  }

  /** With a backlog at once; a lane that has caught up leaves time for more to come. */
  #goOn(workspaceId: string): void {
    const restMs = this.#paceOf(workspaceId).restUntilMs - performance.now();
    if (restMs > 0) this.#later(workspaceId, restMs);
    else this.#waiting.add(workspaceId);
  }

  #paceOf(workspaceId: string): Pace {
    const known = this.#paces.get(workspaceId);
    if (known) return known;
    const pace: Pace = { rows: 4 * fewestRows, held: 0, restUntilMs: 0 };
    this.#paces.set(workspaceId, pace);
    return pace;
  }

  async #batch(workspaceId: string): Promise<Ending | 'failed'> {
    const { ports } = this.#options;
    const pace = this.#paceOf(workspaceId);
    const attempt: Attempt = { events: [], cut: [], taken: 0, isFull: false };
    const { rows } = pace;
    const beganMs = performance.now();
    try {
      const ending = await ports.database.write(workspaceId, (tx) =>
        runBatch(ports, this.#handler, tx, workspaceId, rows, attempt),
      );
      const endedMs = performance.now();
      const gatherMs = Math.min(gatherMostMs, Math.max(gatherLeastMs, endedMs - beganMs));
      pace.restUntilMs = ending === 'handled' && attempt.isFull ? 0 : endedMs + gatherMs;
      this.#ended(workspaceId, pace, ending, attempt);
      return ending;
    } catch (error) {
      await this.#failed(workspaceId, pace, attempt, error);
      return 'failed';
    }
  }

  #ended(workspaceId: string, pace: Pace, ending: Ending, attempt: Attempt): void {
    if (ending === 'handled') {
      pace.rows = Math.min(mostRows, Math.max(fewestRows, attempt.taken * 2));
      pace.held = 0;
      this.#report(workspaceId, attempt);
    } else if (ending === 'held') {
      this.#later(workspaceId, Math.min(heldMostMs, heldFirstMs * 2 ** pace.held));
      pace.held += 1;
    } else if (ending === 'resting') {
      this.#later(workspaceId, heldMostMs);
    }
  }

  #report(workspaceId: string, { events, cut }: Attempt): void {
    const { ports, onBatch, onError } = this.#options;
    const [first] = events as [LoggedEvent | undefined];
    if (first) onBatch?.(this.#handler.name, events.length, ports.clock.now().getTime() - first.at.getTime());
    const [deep] = cut;
    if (!deep) return;
    const cutError = new Error(`A chain of events was cut at depth ${deep.depth}: ${deep.type} ${deep.id}.`);
    onError(cutError, this.#handler.name, workspaceId);
  }

  async #failed(workspaceId: string, pace: Pace, attempt: Attempt, error: unknown): Promise<void> {
    const { ports, onError } = this.#options;
    const { name } = this.#handler;
    onError(error, name, workspaceId);
    pace.rows = 1;
    try {
      const verdict = await noteFailure(ports, workspaceId, name, attempt, error);
      if (verdict.givenUp) {
        const givenUp = `The event ${verdict.givenUp} was given up after ${mostTries} tries; it is kept in failed_events.`;
        onError(new Error(givenUp, { cause: error }), name, workspaceId);
      }
      this.#later(workspaceId, verdict.againMs);
    } catch (failure) {
      onError(failure, name, workspaceId);
      this.#later(workspaceId, 1000);
    }
  }
}
