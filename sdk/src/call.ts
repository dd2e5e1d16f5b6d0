import { errorOf, KithError } from './kith-error.ts';
import { type Request, requestOf } from './request.ts';
import type { Call, CallOptions, KithFile, KithOptions, OperationRoute } from './types.ts';

const worthATry = new Set([429, 502, 503, 504]);
const longestWaitMs = 30_000;

/** Makes the function through which every operation goes. */
export function callerOf(options: KithOptions): Call {
  return async <Answer>(route: OperationRoute, input: object, callOptions: CallOptions = {}) => {
    const request = requestOf(route, input as Record<string, unknown>, callOptions, options);
    const response = await sent(request, route, callOptions, options);
    if (!response.ok) {
      if (response.status === 401) options.onSignedOut?.();
      throw await errorOf(response);
    }
    const { headers } = response;
    callOptions.onDetails?.({
      changeSetId: headers.get('kith-change-set') ?? undefined,
      etag: headers.get('etag') ?? undefined,
      requestId: headers.get('x-request-id') ?? undefined,
      replayed: headers.get('idempotency-replayed') === 'true',
    });
    if (route.kind === 'file') return fileOf(response) as Answer;
    return (response.status === 204 ? undefined : await response.json()) as Answer;
  };
}

/** Sends it, and again where that is safe: a read always is, a write because its key is the same each time. A file is sent once. */
async function sent(
  request: Request,
  route: OperationRoute,
  { signal, onProgress }: CallOptions,
  options: KithOptions,
): Promise<Response> {
  const tries = 1 + (route.kind === 'form' ? 0 : (options.retries ?? 2));
  for (let tried = 1; ; tried += 1) {
    try {
      // Its code comes with the first file that is sent.
      const upload = onProgress && route.kind === 'form' ? await import('./upload.ts') : undefined;
      const uploading = upload && onProgress && upload.sendWithProgress(request, onProgress, signal);
      const response = await (uploading ?? fetchOnce(request, signal, options));
      if (tried >= tries || !worthATry.has(response.status)) return response;
      await response.body?.cancel();
      await pause(waitMs(response, tried), signal);
    } catch (error) {
      if (signal?.aborted || !(error instanceof TypeError)) throw error;
      if (tried >= tries) throw unreachable(error);
      await pause(waitMs(undefined, tried), signal);
    }
  }
}

function fetchOnce(request: Request, signal: AbortSignal | undefined, options: KithOptions): Promise<Response> {
  const send = options.fetch ?? fetch;
  return send(request.url, {
    method: request.method,
    headers: request.headers,
    credentials: options.apiKey ? 'omit' : 'same-origin',
    body: request.body ?? null,
    signal: signal ?? null,
  });
}

function unreachable(cause: unknown): KithError {
  const detail = 'The server could not be reached. Check that it runs and that you are online, then try again.';
  return new KithError({ code: 'unreachable', title: 'The server could not be reached', detail }, cause);
}

/** What the server asks for, else 0.3 s, 0.9 s, 2.7 s. */
function waitMs(response: Response | undefined, tried: number): number {
  const asked = Number(response?.headers.get('retry-after') ?? Number.NaN) * 1000;
  return Number.isFinite(asked) ? Math.min(asked, longestWaitMs) : 100 * 3 ** tried;
}

/** Waits, unless it is called off meanwhile. */
export function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

function fileOf(response: Response): KithFile {
  return {
    name: /filename="([^"]*)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'file',
    contentType: response.headers.get('content-type') ?? 'application/octet-stream',
    blob: () => response.blob(),
    text: () => response.text(),
    stream: response.body as ReadableStream<Uint8Array> | null,
  };
}
