import { Problem } from '#platform/errors';

/** A call of an operation by somebody who sits on the machine. */
export interface LocalCall {
  operation: string;
  input?: unknown;
  /** An id or a name; the first one unless told. */
  workspace?: string | undefined;
  expectedVersion?: number | undefined;
  idempotencyKey?: string | undefined;
}

/** What it answered: a value, or a file. */
export type LocalAnswer =
  | { output: unknown; changeSetId?: string | undefined }
  | { file: { name: string; contentType: string; chunks: AsyncIterable<string | Uint8Array> } };

/** A file that an operation may take as its input `file`. */
export interface LocalFile {
  key: string;
  name: string;
  size: number;
  sha256: string;
}

export interface NewKey {
  name: string;
  role: string;
  workspace?: string | undefined;
}

/** Kith, as the command line reaches it: a running server, or this process itself. Whoever may open its home may do everything. */
export interface Host {
  call(call: LocalCall): Promise<LocalAnswer>;
  /** Stores a file of this machine. */
  putFile(path: string): Promise<LocalFile>;
  createWorkspace(name: string): Promise<{ id: string }>;
  /** Makes a new master key, and wraps the keys of all workspaces with it; answers how many those are. */
  rotateMasterKey(): Promise<{ wrapped: number }>;
  /** All workspaces, the oldest first. */
  workspaces(): Promise<{ id: string; name: string }[]>;
  /** The key itself: it is told this once. */
  createKey(key: NewKey): Promise<{ key: string }>;
  /** The address of a page that signs in its first visitor. */
  signInLink(workspace: string | undefined): Promise<{ url: string }>;
  /** Sees to it that handlers and jobs run until `close`. */
  work(): Promise<void>;
  close(): Promise<void>;
}

/** An expected failure, as problem+json says it. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly problem: Readonly<Record<string, unknown>>;

  constructor(problem: Record<string, unknown>) {
    super(String(problem.detail ?? problem.title ?? 'It was refused.'));
    this.name = 'Refusal';
    this.status = Number(problem.status ?? 500);
    this.code = String(problem.code ?? 'internal_error');
    this.problem = problem;
  }
}

/** An expected failure of a host as a refusal; undefined for any other. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  return error instanceof Problem ? new Refusal(error.toJSON()) : undefined;
}
