import { randomBytes } from 'node:crypto';

/** The caller's `X-Request-Id` if it is harmless (8 to 64 of letters, digits, `.`, `_`, `-`), else a new one of 24 digits. */
export function requestIdFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w.-]{8,64}$/.test(header) ? header : randomBytes(12).toString('hex');
}
