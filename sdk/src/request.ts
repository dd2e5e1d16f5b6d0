import type { CallOptions, KithOptions, OperationRoute } from './types.ts';

/** What goes out for one call. */
export interface Request {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | FormData | undefined;
}

/** 128 random bits; `crypto.randomUUID` exists only on https and localhost, and Kith also runs on a plain address in an office. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function textOf(value: unknown): string {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(',');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** The path with its parameters filled in, and the rest of the input. */
function placed(path: string, input: Record<string, unknown>): { path: string; rest: [string, unknown][] } {
  const used = new Set<string>();
  const filled = path.replace(/:(\w+)/g, (_all, name: string) => {
    used.add(name);
    const value = input[name];
    if (value === undefined || value === null || value === '') throw new TypeError(`'${name}' is missing.`);
    return encodeURIComponent(String(value));
  });
  return {
    path: filled,
    rest: Object.entries(input).filter(([name, value]) => !used.has(name) && value !== undefined),
  };
}

function formOf(rest: [string, unknown][]): FormData {
  const form = new FormData();
  // Fields go before the file: the server reads them in this order, and the file may be long.
  for (const [name, value] of rest) if (!(value instanceof Blob)) form.append(name, textOf(value));
  for (const [name, value] of rest) if (value instanceof Blob) form.append(name, value);
  return form;
}

/** The request of a call. */
export function requestOf(
  route: OperationRoute,
  input: Record<string, unknown>,
  options: CallOptions,
  { baseUrl = '', apiKey }: KithOptions,
): Request {
  const { path, rest } = placed(route.path, input);
  const headers: Record<string, string> = { accept: route.kind === 'file' ? '*/*' : 'application/json' };
  if (apiKey) headers.authorization = `Bearer ${apiKey}`;
  if (route.method !== 'GET') headers['idempotency-key'] = options.idempotencyKey ?? newKey();
  if (options.version !== undefined)
    headers['if-match'] = typeof options.version === 'number' ? `"${options.version}"` : options.version;
  let url = `${baseUrl}/api/v1${path}`;
  let body: Request['body'];
  if (route.method === 'GET' || route.method === 'DELETE') {
    const query = new URLSearchParams(rest.map(([name, value]): [string, string] => [name, textOf(value)])).toString();
    if (query) url += `?${query}`;
  } else if (route.kind === 'form') {
    body = formOf(rest);
  } else {
    headers['content-type'] = 'application/json';
    body = JSON.stringify(Object.fromEntries(rest));
  }
  return { method: route.method, url, headers, body };
}
