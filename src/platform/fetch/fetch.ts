import { Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '#platform/errors';
import { type AddressGuard, guardAddresses, type Resolve } from './addresses.ts';

export interface FetchOptions {
  /** Private names, addresses and ranges that may be called nevertheless. */
  allowPrivate?: readonly string[];
  /** For tests: where calls of an origin really go, `{ 'https://api.vendor.com': 'http://127.0.0.1:4711' }`. */
  vendors?: Readonly<Record<string, string>>;
  /** The W3C trace to send along. */
  traceparent?: () => string | undefined;
  resolve?: Resolve;
  /** The pause before the second attempt; doubled before the third. */
  backOffMs?: number;
}

export interface OutgoingRequest {
  method?: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
  /** Of one attempt, answer included; 5,000 by default. */
  timeoutMs?: number;
  /** 3 by default where doing it again does no harm, else 1. */
  attempts?: number;
  /** true where the call carries an idempotency key, so that a POST may be tried again. */
  idempotent?: boolean;
  /** Of the answer; 10 MiB by default. */
  maxBytes?: number;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/**
 * Calls another server and returns its answer, whatever its status; redirects are answers too. Throws `address_refused` for private addresses, `unreachable` when
 * there is no answer in time after all attempts, `answer_too_large`.
 */
export type Fetch = (url: string, request?: OutgoingRequest) => Promise<Answer>;

const retriedStatuses = new Set([429, 502, 503, 504]);
const longestPauseMs = 10_000;

function parse(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed && (parsed.protocol === 'http:' || parsed.protocol === 'https:') && parsed.username === '') return parsed;
  throw new Problem('address_refused', {
    detail: 'Kith calls only http:// and https:// addresses without a user name in them.',
  });
}

type Exit = ReturnType<typeof openExit>;

/** Each exit has connections of its own: one that may call an address must not lend its open connection to one that may not. */
function openExit(guard: AddressGuard) {
  return { guard, http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
}

function call(url: URL, request: OutgoingRequest, exit: Exit): Promise<Answer> {
  const { method = 'GET', headers = {}, body, timeoutMs = 5000, maxBytes = 10 * 1024 * 1024 } = request;
  return new Promise((resolve, reject) => {
    const isTls = url.protocol === 'https:';
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const outgoing = (isTls ? httpsRequest : httpRequest)(url, {
      method,
      agent: isTls ? exit.https : exit.http,
      lookup: exit.guard.lookup,
      headers: { 'user-agent': 'Kith', 'accept-encoding': 'identity', ...headers, ...length },
      signal: AbortSignal.timeout(timeoutMs),
    });
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > maxBytes) {
          const limit = `${url.host} answered with more than the ${maxBytes} bytes that are expected at most.`;
          outgoing.destroy(new Problem('answer_too_large', { detail: limit }));
        }
      });
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
      );
    });
    outgoing.end(body);
  });
}

function unreachable(url: URL, cause: unknown): Problem {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  const reason = code === 'ABORT_ERR' ? 'no answer in time' : code;
  return new Problem('unreachable', {
    detail: `${url.host} cannot be reached (${reason}). Check the address, or try later.`,
    cause,
  });
}

/** The answer's `Retry-After` in seconds, else the back-off; undefined when it asks for more patience than we have. */
function pauseMs(answer: Answer | undefined, backOffMs: number): number | undefined {
  const asked = Number(answer?.headers['retry-after'] ?? 0) * 1000;
  if (asked > longestPauseMs) return undefined;
  return Math.max(Number.isNaN(asked) ? 0 : asked, backOffMs * (0.5 + Math.random() / 2));
}

/** The one way out of Kith to addresses that somebody has written down somewhere. */
export function createFetch(options: FetchOptions = {}): Fetch {
  const ordinary = openExit(guardAddresses(options.allowPrivate ?? [], options.resolve));
  const toVendors = openExit(guardAddresses(['127.0.0.1'], options.resolve));
  const vendors = options.vendors ?? {};

  async function attempt(url: URL, request: OutgoingRequest): Promise<Answer> {
    const replaced = vendors[url.origin];
    const target = replaced ? new URL(url.pathname + url.search, replaced) : url;
    const exit = replaced ? toVendors : ordinary;
    exit.guard.checkHost(target.hostname.replace(/^\[|\]$/g, ''));
    try {
      return await call(target, request, exit);
    } catch (error) {
      throw error instanceof Problem ? error : unreachable(url, error);
    }
  }

  async function persist(url: URL, request: OutgoingRequest): Promise<Answer> {
    const { method = 'GET', idempotent = method !== 'POST' && method !== 'PATCH' } = request;
    const attempts = request.attempts ?? (idempotent ? 3 : 1);
    for (let made = 1; ; made++) {
      const result = await attempt(url, request).catch((error: unknown) => error);
      const answer = result instanceof Error ? undefined : (result as Answer);
      if (answer && !retriedStatuses.has(answer.status)) return answer;
      const isHopeless = result instanceof Problem && result.code !== 'unreachable';
      const pause = pauseMs(answer, (options.backOffMs ?? 250) * 2 ** (made - 1));
      if (made >= attempts || isHopeless || pause === undefined) {
        if (answer) return answer;
        throw result;
      }
      await wait(pause);
    }
  }

  return async (address, request = {}) => {
    const traceparent = options.traceparent?.();
    return persist(
      parse(address),
      traceparent ? { ...request, headers: { traceparent, ...request.headers } } : request,
    );
  };
}
