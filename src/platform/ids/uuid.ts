import { randomFillSync } from 'node:crypto';
import type { Clock } from '#platform/clock';

/** Where new ids come from; tests freeze it. */
export interface Ids {
  /** A new UUIDv7 (RFC 9562): later ids sort after earlier ones of the same process. */
  next(): string;
}

const pool = Buffer.alloc(8 * 512);
let used = pool.length;

function randomBytes8(): number {
  if (used >= pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const at = used;
  used += 8;
  return at;
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const pad = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** Ids of this process: the millisecond, then a counter of 12 bits, then 62 random bits. */
export function createIds(clock: Clock): Ids {
  let lastMs = 0;
  let counter = 0;
  return {
    next() {
      const nowMs = clock.now().getTime();
      if (nowMs > lastMs) {
        lastMs = nowMs;
        counter = 0;
      } else if (++counter > 0xfff) {
        lastMs += 1;
        counter = 0;
      }
      const at = randomBytes8();
      const byte = (index: number): number => pool[at + index] ?? 0;
      const time = pad(lastMs, 12);
      const tail = `${hex[byte(2)]}${hex[byte(3)]}${hex[byte(4)]}${hex[byte(5)]}${hex[byte(6)]}${hex[byte(7)]}`;
      return `${time.slice(0, 8)}-${time.slice(8)}-7${pad(counter, 3)}-${hex[(byte(0) & 0x3f) | 0x80]}${hex[byte(1)]}-${tail}`;
    },
  };
}

/** The moment inside a UUIDv7. */
export function timeOfId(uuid: string): Date {
  return new Date(Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16));
}
