import type { z } from 'zod';
import type { Actor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { MasterKeys, Vault } from '#platform/crypto';
import type { Database, Sql, Transaction } from '#platform/database';
import type { Sight } from '#platform/fields';
import type { FileStore } from '#platform/files';
import type { Ids } from '#platform/ids';
import type { Later } from './later.ts';

/** What an event or a job has caused: the chain is cut at depth 8. */
export interface Cause {
  eventId: string;
  depth: number;
}

/** What everything above may use. Modules add their own ports by declaration merging, and `main.ts` fills them. */
export interface Ports {
  clock: Clock;
  ids: Ids;
  database: Database;
  vault: Vault;
  /** What the vault stands on, where it can be rotated. */
  masterKeys?: MasterKeys;
  files: FileStore;
}

/** An event to announce: ids and what changed, never personal values. More than 1,000 ids become several rows. */
export interface EventDraft {
  type: string;
  object?: string;
  recordIds?: readonly string[];
  data?: Record<string, unknown>;
}

/** An operation, as far as calling one from another needs to know it. */
export interface Callable<Input extends z.ZodType, Output> {
  name: string;
  summary: string;
  permission: string;
  subject?: string;
  reach?: 'workspace';
  input: Input;
  run(context: Context, input: z.output<Input>): Promise<Output | Later<Output>>;
}

/** Who does it, when, and because of what: stamped on every event, change set and job. */
export interface Origin {
  readonly actor: Actor;
  readonly workspaceId: string;
  readonly requestId: string;
  readonly surface: string;
  /** Of the network that it comes from, where the surface knows one. */
  readonly address?: string | undefined;
  /** The moment of the call: one for all that it writes. */
  readonly now: Date;
  readonly changeSetId: string;
  readonly cause: Cause | undefined;
  readonly ports: Ports;
}

/** What an operation or a handler is given. It does not know which surface called it, but for the audit's sake. */
export interface Context extends Origin {
  /** Reads; inside a write they see what it has written. */
  readonly sql: Sql;
  /** What the actor may do with fields; undefined is everything. */
  readonly sight: Sight | undefined;
  /** Writes. Throws in a read. */
  readonly tx: Transaction;
  /** The version that the caller has seen (`If-Match`). */
  readonly expectedVersion: number | undefined;
  /** Announces what happened, in the transaction that makes it happen. */
  emit(event: EventDraft): void;
  /** Counts records that were written, for the audit trail. */
  count(records: number): void;
  /** Says that more chunks of the same change set will come: it stays `partial` until one does not say so. */
  unfinished(): void;
  /** Marks this call as taking back another change set. */
  undoes(changeSetId: string): void;
  /** Calls another operation as the same actor, in the same transaction, with its own permission check. */
  call<Input extends z.ZodType, Output>(operation: Callable<Input, Output>, input: z.input<Input>): Promise<Output>;
}
