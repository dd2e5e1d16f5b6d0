import type { Ports } from '#platform/context';
import { sql } from '#platform/database';
import { onWake } from '#platform/events';
import type { Head, HeadStore } from './heads.ts';
import type { AuditRecorder } from './recorder.ts';
import { type ChainEnd, sealAll } from './seal.ts';

export interface SealingOptions {
  ports: Ports;
  recorder: AuditRecorder;
  heads: HeadStore;
  onError: (error: unknown, workspaceId: string) => void;
}

export interface Sealing {
  /** Seals and exports what can be, then ends. */
  stop(): Promise<void>;
}

const everyMs = 1000;
/** Without any word of it: what processes wrote that have died since, or that run elsewhere. */
const lookEverywhereMs = 30_000;
const headEveryMs = 10_000;

/** Seals behind the writers, a second after they have written, and exports the heads of the chains every ten seconds. Any number of processes may do so at once. */
export class Sealer implements Sealing {
  readonly #options: SealingOptions;
  readonly #toSeal = new Set<string>();
  readonly #heads = new Map<string, ChainEnd>();
  readonly #exported = new Map<string, { seq: number; atMs: number }>();
  readonly #timer: NodeJS.Timeout;
  readonly #stopHearing: () => void;
  #lookedMs = Number.NEGATIVE_INFINITY;
  #running: Promise<void> | undefined;

  constructor(options: SealingOptions) {
    this.#options = options;
    this.#stopHearing = onWake((workspaceId) => void this.#toSeal.add(workspaceId));
    this.#timer = setInterval(() => void this.#round(false), everyMs);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopHearing();
    await this.#running;
    await this.#round(true);
  }

  #round(last: boolean): Promise<void> {
    this.#running ??= this.#work(last).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #work(last: boolean): Promise<void> {
    const { ports, recorder, onError } = this.#options;
    try {
      if (last) await recorder.flush();
      if (performance.now() - this.#lookedMs > lookEverywhereMs) await this.#lookEverywhere();
      for (const id of recorder.takeTouched()) this.#toSeal.add(id);
      for (const id of [...this.#toSeal]) {
        this.#toSeal.delete(id);
        try {
          const { ending, end } = await sealAll(ports, id);
          if (ending === 'held') this.#toSeal.add(id);
          if (end) this.#heads.set(id, end);
        } catch (error) {
          this.#toSeal.add(id);
          onError(error, id);
        }
      }
      await this.#exportHeads(last);
    } catch (error) {
      onError(error, '');
    }
  }

  async #lookEverywhere(): Promise<void> {
    const rows = await this.#options.ports.database.system.rows<{ id: string }>(
      sql`select id from kith.list_workspaces()`,
    );
    for (const { id } of rows) this.#toSeal.add(id);
    this.#lookedMs = performance.now();
  }

  async #exportHeads(all: boolean): Promise<void> {
    const nowMs = performance.now();
    const due: Head[] = [];
    for (const [workspaceId, { seq, hash, sealedAt }] of this.#heads) {
      const before = this.#exported.get(workspaceId);
      if (seq === 0 || before?.seq === seq) continue;
      if (!all && before && nowMs - before.atMs < headEveryMs) continue;
      due.push({ workspaceId, seq, hash: hash.toString('hex'), at: sealedAt.toISOString() });
    }
    await this.#options.heads.append(due);
    for (const { workspaceId, seq } of due) this.#exported.set(workspaceId, { seq, atMs: nowMs });
  }
}
