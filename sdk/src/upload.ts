import type { Request } from './request.ts';

/** As much of the browser's XMLHttpRequest as an upload needs: `fetch` tells nobody how much has been sent. */
interface Xhr {
  open(method: string, url: string): void;
  setRequestHeader(name: string, value: string): void;
  getAllResponseHeaders(): string;
  send(body: unknown): void;
  abort(): void;
  readonly status: number;
  readonly responseText: string;
  upload: { onprogress: ((event: { loaded: number; total: number }) => void) | null };
  onload: (() => void) | null;
  onerror: (() => void) | null;
  onabort: (() => void) | null;
}

const nullBody = new Set([204, 205, 304]);

/** Sends a request and tells how far it has come; undefined where there is no way to know it. */
export function sendWithProgress(
  request: Request,
  onProgress: (share: number) => void,
  signal: AbortSignal | undefined,
): Promise<Response> | undefined {
  const Xhr = (globalThis as { XMLHttpRequest?: new () => Xhr }).XMLHttpRequest;
  if (!Xhr) return undefined;
  return new Promise((resolve, reject) => {
    const xhr = new Xhr();
    const abort = () => xhr.abort();
    const end = () => signal?.removeEventListener('abort', abort);
    xhr.open(request.method, request.url);
    for (const [name, value] of Object.entries(request.headers)) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    xhr.onload = () => {
      end();
      const lines = xhr.getAllResponseHeaders().trim().split(/\r?\n/).filter(Boolean);
      const headers = lines.map((line): [string, string] => {
        const at = line.indexOf(':');
        return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
      });
      const body = nullBody.has(xhr.status) ? null : xhr.responseText;
      resolve(new Response(body, { status: xhr.status, headers }));
    };
    xhr.onerror = () => {
      end();
      reject(new TypeError('The server could not be reached.'));
    };
    xhr.onabort = () => {
      end();
      reject(signal?.reason ?? new DOMException('Aborted', 'AbortError'));
    };
    if (signal?.aborted) return reject(signal.reason);
    signal?.addEventListener('abort', abort, { once: true });
    xhr.send(request.body);
  });
}
