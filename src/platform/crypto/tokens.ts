import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The prefix and 256 random bits as 43 characters of base64url: `kith_x1Y…`. */
export function newToken(prefix: string): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** SHA-256 (32 bytes) of a random token, to store and to look up by. Not for passwords, which can be guessed. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Whether two secrets are equal, in a time that tells nothing about where they differ. */
export function sameSecret(left: string | Uint8Array, right: string | Uint8Array): boolean {
  const digest = (value: string | Uint8Array): Buffer => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(left), digest(right));
}
