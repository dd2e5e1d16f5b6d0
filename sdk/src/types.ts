/** Something that a filter asks of a field. */
export type Condition = Partial<
  Record<'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'contains' | 'startsWith', string | number | boolean | null>
> & { in?: readonly (string | number | boolean | null)[]; empty?: boolean };

/** Conditions on fields, nested by `and` and `or`: `{ and: [{ city: { eq: 'Berlin' } }] }`, or short `{ city: { eq: 'Berlin' } }`. */
export type Filter = { and: readonly Filter[] } | { or: readonly Filter[] } | { readonly [field: string]: Condition };

/** A page of a list. */
export interface Page<Row> {
  data: Row[];
  page: {
    /** The cursor of the next page; absent on the last one. */
    next?: string;
    /** How many there are, where `count` asked for it. */
    total?: number;
    totalIsExact?: boolean;
  };
}

/** A file that an operation answers. */
export interface KithFile {
  name: string;
  contentType: string;
  blob(): Promise<Blob>;
  text(): Promise<string>;
  /** The bytes as they come; null when there are none. */
  stream: ReadableStream<Uint8Array> | null;
}

/** What the answer said beside itself. */
export interface AnswerDetails {
  /** Give it to `changes.undo` to take the write back. */
  changeSetId: string | undefined;
  /** For `CallOptions.version`. */
  etag: string | undefined;
  requestId: string | undefined;
  /** Whether it is the answer to an earlier call with the same key. */
  replayed: boolean;
}

export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** The version (or ETag) of the record that the change is based on: refused with 412 when it has moved on. */
  version?: number | string | undefined;
  /** Made by itself for every write, and kept for its retries; give your own to make retries across restarts safe. */
  idempotencyKey?: string | undefined;
  /** Told how much of an upload has been sent, from 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
  onDetails?: ((details: AnswerDetails) => void) | undefined;
}

/** An operation, as far as calling it needs to know. */
export interface OperationRoute {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1; parameters as `:id`. */
  path: string;
  /** `form`: it takes a file. `file`: it answers one. */
  kind?: 'form' | 'file';
}

/** Calls an operation; errors are `KithError`. */
export type Call = <Answer>(route: OperationRoute, input: object, options?: CallOptions) => Promise<Answer>;

export interface KithOptions {
  /** Where the server is, without a slash at the end; the page's own origin unless told. */
  baseUrl?: string | undefined;
  /** For programs: `kith_…`. Pages use the session's cookie. */
  apiKey?: string | undefined;
  /** Told when the server no longer knows who is calling. */
  onSignedOut?: (() => void) | undefined;
  /** How often a call is tried again when the server cannot be reached or asks to wait: 2 unless told. */
  retries?: number | undefined;
  fetch?: typeof fetch | undefined;
}
