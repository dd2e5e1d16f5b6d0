import { type Actor, systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database';
import { asProblem, type Problem } from '#platform/errors';
import { type Ids, tryParseId } from '#platform/ids';
import type { Entry, EntryDraft } from './entry.ts';
import { insertIntoInbox } from './inbox.ts';

/** Whose call it was, and from where it came. */
export interface Caller {
  actor: Actor;
  surface: string;
  requestId: string;
  /** Of the network, where the surface knows one. */
  address?: string | undefined;
}

/** The parts of an operation that the audit looks at. */
export interface Audited {
  name: string;
  kind: 'read' | 'write' | 'file';
}

export interface RecorderOptions {
  database: Database;
  clock: Clock;
  ids: Ids;
  /** Told when entries could not be written; they are kept and tried again. */
  onError?: (error: unknown) => void;
}

/** The calls of one program in one operation, gathered: thousands a minute become one entry. */
interface Access {
  caller: Caller;
  operation: string;
  calls: number;
  since: Date;
}

const flushEveryMs = 500;
const accessEveryMs = 60_000;
const mostWaiting = 20_000;
const mostAtOnce = 500;

/**
 * Takes down what happens outside of any write (what was refused, read, taken out), in batches behind those who wait for an answer. Writes
 * themselves are in the change sets already. What a database that is away keeps from being written waits, up to 20,000 entries; how many
 * had to be given up becomes an entry itself.
 */
export class AuditRecorder {
  readonly #options: RecorderOptions;
  readonly #waiting = new Map<string, Entry[]>();
  readonly #accesses = new Map<string, Access>();
  readonly #lost = new Map<string, number>();
  readonly #touched = new Set<string>();
  #size = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #writing = new Map<string, Promise<void>>();

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  /** Takes an entry down; it is on the disk half a second later. */
  note(caller: Caller, draft: EntryDraft): void {
    const { workspaceId } = caller.actor;
    this.#touched.add(workspaceId);
    if (this.#size >= mostWaiting) {
      this.#lost.set(workspaceId, (this.#lost.get(workspaceId) ?? 0) + 1);
      return;
    }
    const waiting = this.#waiting.get(workspaceId) ?? [];
    waiting.push(this.#entry(caller, draft));
    this.#waiting.set(workspaceId, waiting);
    this.#size += 1;
    this.#flushSoon();
  }

  /** A workspace has written: there is something for its chain. */
  touch(workspaceId: string): void {
    this.#touched.add(workspaceId);
  }

  /** The workspaces in which something happened since this was asked last. */
  takeTouched(): string[] {
    const touched = [...this.#touched];
    this.#touched.clear();
    return touched;
  }

  /** After every call: what was refused, what a program or somebody in another's name has read. Writes and files have their own ways. */
  ended(operation: Audited, caller: Caller, target: unknown, error?: unknown): void {
    if (error !== undefined) {
      const problem = asProblem(error);
      if (isRefusal(problem)) this.#refused(operation, caller, target, problem);
      return;
    }
    if (operation.kind === 'write') this.touch(caller.actor.workspaceId);
    if (operation.kind !== 'read') return;
    if (caller.actor.impersonator)
      this.note(caller, { kind: 'read', operation: operation.name, outcome: 'done', ...targetOf(target) });
    else if (caller.actor.type === 'key' || caller.actor.type === 'agent') this.#accessed(operation.name, caller);
  }

  /** A file is about to leave: resolves when that stands on the disk, and throws when it cannot. */
  async leaving(operation: Audited, caller: Caller, target: unknown): Promise<void> {
    this.note(caller, { kind: 'export', operation: operation.name, outcome: 'done', ...targetOf(target) });
    await this.#write(caller.actor.workspaceId);
  }

  /** Writes down what waits, the gathered calls of programs with it. */
  async flush(): Promise<void> {
    this.#gatherAccesses(0);
    await this.#flushAll();
  }

  #entry({ actor, surface, requestId, address }: Caller, draft: EntryDraft): Entry {
    return {
      id: this.#options.ids.next(),
      at: this.#options.clock.now(),
      kind: draft.kind,
      operation: draft.operation,
      outcome: draft.outcome,
      code: draft.code ?? null,
      surface,
      requestId,
      actorType: actor.type,
      actorId: actor.id,
      impersonatorId: actor.impersonator?.id ?? null,
      changeSetId: null,
      records: draft.records ?? draft.recordIds?.length ?? 0,
      recordIds: [...(draft.recordIds ?? [])],
      details: draft.details ?? {},
      personal: {
        actorName: actor.name,
        ...(actor.impersonator ? { impersonatorName: actor.impersonator.name } : {}),
        ...(address ? { address } : {}),
        ...draft.personal,
      },
    };
  }

  #refused(operation: Audited, caller: Caller, target: unknown, problem: Problem): void {
    this.note(caller, {
      kind: 'refusal',
      operation: operation.name,
      outcome: 'refused',
      code: problem.code,
      ...targetOf(target),
    });
  }

  #accessed(operation: string, caller: Caller): void {
    const key = [caller.actor.id, operation, caller.surface, caller.address].join(' ');
    const known = this.#accesses.get(key);
    if (known) known.calls += 1;
    else this.#accesses.set(key, { caller, operation, calls: 1, since: this.#options.clock.now() });
    this.#flushSoon();
  }

  #gatherAccesses(olderThanMs: number): void {
    const nowMs = this.#options.clock.now().getTime();
    for (const [key, { caller, operation, calls, since }] of this.#accesses) {
      if (nowMs - since.getTime() < olderThanMs) continue;
      this.#accesses.delete(key);
      const details = { calls, since: since.toISOString() };
      this.note(caller, { kind: 'access', operation, outcome: 'done', details });
    }
  }

  #flushSoon(): void {
    if (this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#gatherAccesses(accessEveryMs);
      void this.#flushAll().then(() => {
        if (this.#size > 0 || this.#accesses.size > 0) this.#flushSoon();
      });
    }, flushEveryMs);
    this.#timer.unref();
  }

  /** What cannot be written is told, and waits for the next time. */
  async #flushAll(): Promise<void> {
    for (const workspaceId of [...this.#waiting.keys()]) {
      try {
        await this.#write(workspaceId);
      } catch (error) {
        this.#options.onError?.(error);
      }
    }
  }

  /** One write after the other, so that whoever has waited for one knows that all noted before are on the disk. */
  #write(workspaceId: string): Promise<void> {
    const before = this.#writing.get(workspaceId) ?? Promise.resolve();
    const writing = before.then(
      () => this.#writeNow(workspaceId),
      () => this.#writeNow(workspaceId),
    );
    this.#writing.set(workspaceId, writing);
    return writing;
  }

  async #writeNow(workspaceId: string): Promise<void> {
    const waiting = this.#waiting.get(workspaceId) ?? [];
    this.#waiting.delete(workspaceId);
    const lost = this.#lost.get(workspaceId) ?? 0;
    this.#lost.delete(workspaceId);
    const entries = lost > 0 ? [...waiting, this.#gap(workspaceId, lost)] : waiting;
    let done = 0;
    try {
      for (; done < entries.length; done += mostAtOnce) {
        const batch = entries.slice(done, done + mostAtOnce);
        await this.#options.database.write(workspaceId, async (tx) => insertIntoInbox(tx, batch));
      }
      this.#size -= waiting.length;
      this.#touched.add(workspaceId);
    } catch (error) {
      this.#size -= Math.min(done, waiting.length);
      this.#waiting.set(workspaceId, [...waiting.slice(done), ...(this.#waiting.get(workspaceId) ?? [])]);
      if (lost > 0 && done < entries.length) this.#lost.set(workspaceId, (this.#lost.get(workspaceId) ?? 0) + lost);
      throw error;
    }
  }

  #gap(workspaceId: string, lost: number): Entry {
    const actor = systemActor(workspaceId);
    const draft: EntryDraft = { kind: 'gap', operation: 'audit.lost', outcome: 'failed', records: lost };
    return this.#entry({ actor, surface: 'audit', requestId: '' }, draft);
  }
}

/** What may not be done, by whom it was tried; a mistake in the input is none of that. */
function isRefusal({ status }: Problem): boolean {
  return status === 401 || status === 403;
}

const longestTarget = 80;
const prefix = /^[a-z][a-z0-9]{1,11}_/;

/** The record or the list that a call was about, as it was named. */
function targetOf(input: unknown): Pick<EntryDraft, 'details' | 'recordIds'> {
  const { id, object } = (input ?? {}) as { id?: unknown; object?: unknown };
  const named = typeof id === 'string' ? id.slice(0, longestTarget) : undefined;
  const uuid = named === undefined ? undefined : tryParseId('', named.replace(prefix, ''));
  return {
    recordIds: uuid ? [uuid] : [],
    details: {
      ...(named === undefined ? {} : { id: named }),
      ...(typeof object === 'string' ? { object: object.slice(0, longestTarget) } : {}),
    },
  };
}
