import { randomUUID } from 'node:crypto';

/** The caller's `X-Request-Id` if it is harmless (8 to 64 of letters, digits, `.`, `_`, `-`), else a new UUID. */
export function requestIdFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w.-]{8,64}$/.test(header) ? header : randomUUID();
}
