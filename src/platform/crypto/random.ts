import { randomFillSync } from 'node:crypto';

// Asking the system for few bytes costs 2 µs a time, so they are drawn in advance.
const pool = Buffer.alloc(8192);
let used = pool.length;

/** Writes `length` (at most 8192) random bytes into `target`; no byte is ever given twice. */
export function randomInto(target: Buffer, at: number, length: number): void {
  if (used + length > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  pool.copy(target, at, used, used + length);
  pool.fill(0, used, used + length);
  used += length;
}
