import { type CallOptions, createKith, type Page } from '@kith/sdk';
import type { ObjectName } from './catalogue.ts';
import type { KithRecord } from './types.ts';

export type { CallOptions, Page } from '@kith/sdk';

const onSignedOut = new Set<() => void>();

/** Hears that the session has ended. */
export function whenSignedOut(run: () => void): () => void {
  onSignedOut.add(run);
  return () => onSignedOut.delete(run);
}

/** The one way to the server. */
export const kith = createKith({
  onSignedOut: () => {
    for (const run of onSignedOut) run();
  },
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

/** What contacts and accounts have in common, by the names of the catalogue rather than by fixed fields. */
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

const records: Record<ObjectName, unknown> = { contact: kith.contacts, account: kith.accounts };

/** The operations of a kind of record. The cast: tables and forms are made of the catalogue and know no field by name. */
export function recordsOf(object: ObjectName): Records {
  return records[object] as Records;
}
