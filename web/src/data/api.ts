import { texts } from '../texts/index.ts';
import { ApiProblem } from './problem.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Query = Record<string, string | number | boolean | undefined>;

export interface CallOptions {
  query?: Query;
  /** JSON, or a form with files. */
  body?: unknown;
  /** The version that the change is based on: refused with 412 when the record has moved on. */
  version?: number | undefined;
  signal?: AbortSignal | undefined;
}

export interface Page<Row> {
  data: Row[];
  page: { next?: string | null; total?: number; totalIsExact?: boolean };
}

const base = '/api/v1';
const onSignedOut = new Set<() => void>();

/** Hears that the session has ended. */
export function whenSignedOut(run: () => void): () => void {
  onSignedOut.add(run);
  return () => onSignedOut.delete(run);
}

export function addressOf(path: string, query: Query = {}): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') words.set(name, String(value));
  const tail = words.toString();
  return `${base}${path}${tail ? `?${tail}` : ''}`;
}

/** Calls the API. Throws `ApiProblem`; status 0 when the server could not be reached. */
export async function call<Answer>(method: Method, path: string, options: CallOptions = {}): Promise<Answer> {
  const headers: Record<string, string> = { accept: 'application/json' };
  const form = options.body instanceof FormData;
  if (options.body !== undefined && !form) headers['content-type'] = 'application/json';
  if (method !== 'GET') headers['idempotency-key'] = newKey();
  if (options.version !== undefined) headers['if-match'] = `"${options.version}"`;
  let response: Response;
  try {
    response = await fetch(addressOf(path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      signal: options.signal ?? null,
      body: options.body === undefined ? null : form ? (options.body as FormData) : JSON.stringify(options.body),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem({
      status: 0,
      code: 'unreachable',
      title: texts.states.offline,
      detail: texts.states.offlineText,
    });
  }
  if (!response.ok) throw await problemOf(response, path);
  if (response.status === 204) return undefined as Answer;
  return (await response.json()) as Answer;
}

async function problemOf(response: Response, path: string): Promise<ApiProblem> {
  if (response.status === 401 && !path.startsWith('/session')) for (const run of onSignedOut) run();
  try {
    return new ApiProblem({ ...((await response.json()) as object), status: response.status });
  } catch {
    return new ApiProblem({ status: response.status, title: texts.states.broken, detail: texts.states.brokenText });
  }
}

/** `crypto.randomUUID` exists only on https and localhost; Kith also runs on a plain address in an office. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const get = <Answer>(path: string, query?: Query, signal?: AbortSignal) =>
  call<Answer>('GET', path, { ...(query ? { query } : {}), signal });
export const post = <Answer>(path: string, body: unknown = {}) => call<Answer>('POST', path, { body });
