import { type CallOptions, createCaller, type Kith, type Page } from '@kith/sdk';
import { findKind, pathOf } from '../kinds/index.ts';
import type { ObjectName } from './catalogue.ts';
import type { KithRecord } from './types.ts';

export type { CallOptions, Page } from '@kith/sdk';

const onSignedOut = new Set<() => void>();

/** Hears that the session has ended. */
export function whenSignedOut(run: () => void): () => void {
  onSignedOut.add(run);
  return () => onSignedOut.delete(run);
}

const caller = createCaller({
  onSignedOut: () => {
    for (const run of onSignedOut) run();
  },
});

type Run = (...given: unknown[]) => unknown;

/** An operation by its name, as `users.list`. The list of them is long, and comes with the first that is called: no page waits for it to appear. */
function named(path: readonly string[]): unknown {
  return new Proxy(() => undefined, {
    get: (_target, name) => named([...path, String(name)]),
    apply: async (_target, _self, given: unknown[]) => {
      const { operationsOf } = await import('@kith/sdk/operations');
      const found = path.reduce<unknown>(
        (at, name) => (at as Record<string, unknown>)[name],
        operationsOf(caller.call),
      );
      return (found as Run)(...given);
    },
  });
}

/** The one way to the server. */
export const kith = new Proxy(caller as Kith, {
  get: (target, name) => (name in target ? Reflect.get(target, name) : named([String(name)])),
});

export interface Selected {
  q?: string | undefined;
  filter?: Record<string, unknown> | undefined;
}

interface ListInput extends Selected {
  limit?: number;
  cursor?: string | undefined;
  sort?: string | undefined;
  fields?: readonly string[] | undefined;
  count?: 'bounded' | 'exact' | undefined;
  /** Deleted records instead of those that are there. */
  deleted?: boolean | undefined;
}

/** What every kind of record has, by the names of the catalogue rather than by fixed fields. */
interface Records {
  list(input: ListInput, options?: CallOptions): Promise<Page<KithRecord>>;
  get(input: { id: string; asOf?: string | undefined }, options?: CallOptions): Promise<KithRecord>;
  create(input: Record<string, unknown>): Promise<KithRecord>;
  update(input: { id: string } & Record<string, unknown>, options?: CallOptions): Promise<KithRecord>;
  delete(input: { id: string }): Promise<void>;
  restore(input: { id: string }): Promise<KithRecord>;
  bulkUpdate(
    input: (Selected | { ids: string[] }) & { set: Record<string, unknown> },
  ): Promise<{ changeSetId: string; updated: number }>;
  bulkDelete(input: Selected | { ids: string[] }): Promise<{ changeSetId: string; deleted: number }>;
  history<Answer>(input: { id: string; limit?: number }, options?: CallOptions): Promise<Answer>;
  timeline<Answer>(
    input: { id: string; limit?: number; cursor?: string | undefined; asOf?: string | undefined },
    options?: CallOptions,
  ): Promise<Answer>;
}

/** The operations of a kind of record, found by its address: tables and forms are made of the catalogue, and work for kinds that the SDK has not heard of. */
export function recordsOf(object: ObjectName): Records {
  const all = `/${findKind(object)?.api ?? pathOf(object)}`;
  const one = `${all}/:id`;
  return {
    list: (input, options) => kith.call({ method: 'GET', path: all }, input, options),
    get: (input, options) => kith.call({ method: 'GET', path: one }, input, options),
    create: (input) => kith.call({ method: 'POST', path: all }, input),
    update: (input, options) => kith.call({ method: 'PATCH', path: one }, input, options),
    delete: (input) => kith.call({ method: 'DELETE', path: one }, input),
    restore: (input) => kith.call({ method: 'POST', path: `${one}/restore` }, input),
    bulkUpdate: (input) => kith.call({ method: 'POST', path: `${all}/bulk-update` }, input),
    bulkDelete: (input) => kith.call({ method: 'POST', path: `${all}/bulk-delete` }, input),
    history: (input, options) => kith.call({ method: 'GET', path: `${one}/history` }, input, options),
    timeline: (input, options) => kith.call({ method: 'GET', path: `${one}/timeline` }, input, options),
  };
}
