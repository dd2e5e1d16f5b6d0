import type { z } from 'zod';
import type { Actor } from '#platform/actor';
import type { Sql, Transaction } from '#platform/database';
import type { Sight } from '#platform/fields';
import type { Callable, Cause, Context, EventDraft, Ports } from './context.ts';

/** How one operation is called from another; the pipeline provides it. */
export type Caller = <Input extends z.ZodType, Output>(
  context: Context,
  operation: Callable<Input, Output>,
  input: unknown,
) => Promise<Output>;

export interface InvocationOptions {
  ports: Ports;
  actor: Actor;
  surface: string;
  requestId: string;
  address?: string | undefined;
  cause?: Cause | undefined;
  expectedVersion?: number | undefined;
  sql: Sql;
  tx?: Transaction;
  /** What the actor may do with fields; everything unless told. */
  sight?: Sight | undefined;
  caller: Caller;
  /** All chunks of one bulk operation share a change set. */
  changeSetId?: string | undefined;
}

/** One call in progress: collects the events and counts that are written at its end. */
export class Invocation implements Context {
  readonly actor: Actor;
  readonly workspaceId: string;
  readonly requestId: string;
  readonly surface: string;
  readonly address: string | undefined;
  readonly now: Date;
  readonly ports: Ports;
  readonly changeSetId: string;
  readonly cause: Cause | undefined;
  readonly expectedVersion: number | undefined;
  readonly sql: Sql;
  readonly sight: Sight | undefined;
  readonly events: EventDraft[] = [];
  records = 0;
  undone: string | undefined;
  status: 'partial' | 'done' = 'done';
  readonly #tx: Transaction | undefined;
  readonly #caller: Caller;

  constructor(options: InvocationOptions) {
    this.actor = options.actor;
    this.workspaceId = options.actor.workspaceId;
    this.requestId = options.requestId;
    this.surface = options.surface;
    this.address = options.address;
    this.cause = options.cause;
    this.expectedVersion = options.expectedVersion;
    this.ports = options.ports;
    this.now = options.ports.clock.now();
    this.changeSetId = options.changeSetId ?? options.ports.ids.next();
    this.sql = options.sql;
    this.sight = options.sight;
    this.#tx = options.tx;
    this.#caller = options.caller;
  }

  get tx(): Transaction {
    if (!this.#tx) throw new Error('A read operation tried to write.');
    return this.#tx;
  }

  emit(event: EventDraft): void {
    this.events.push(event);
  }

  count(records: number): void {
    this.records += records;
  }

  unfinished(): void {
    this.status = 'partial';
  }

  undoes(changeSetId: string): void {
    this.undone = changeSetId;
  }

  call<Input extends z.ZodType, Output>(operation: Callable<Input, Output>, input: z.input<Input>): Promise<Output> {
    return this.#caller(this, operation, input);
  }
}
