/** Failures in a row, and when the last one was. */
export interface Failures {
  count: number;
  lastMs: number;
}

/** How long to wait after how many failures. */
export interface Patience {
  /** Failures that cost nothing: people mistype. */
  free: number;
  /** The longest wait. It never becomes a lock: whoever fails in somebody's name must not keep them out. */
  longestMs: number;
  /** After this long without a failure all is forgotten. */
  forgetAfterMs: number;
}

export const patienceWithEmail: Patience = { free: 5, longestMs: 60_000, forgetAfterMs: 60 * 60_000 };
/** More, since a whole office may share an address. */
export const patienceWithAddress: Patience = { free: 20, longestMs: 15 * 60_000, forgetAfterMs: 60 * 60_000 };

/** Milliseconds until the next attempt is looked at: 0, then 1 s, 2 s, 4 s … up to the longest. */
export function waitMs(failures: Failures | undefined, patience: Patience, nowMs: number): number {
  if (!failures || failures.count < patience.free) return 0;
  const pause = Math.min(1000 * 2 ** Math.min(failures.count - patience.free, 30), patience.longestMs);
  return Math.max(0, failures.lastMs + pause - nowMs);
}

/** One failure more. */
export function failedOnceMore(failures: Failures | undefined, patience: Patience, nowMs: number): Failures {
  const forgotten = !failures || nowMs - failures.lastMs > patience.forgetAfterMs;
  return { count: forgotten ? 1 : failures.count + 1, lastMs: nowMs };
}

/** What counts as one sender: an IPv4 address, or the /64 that one IPv6 customer has. */
export function senderOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [head = '', tail] = address.split('%', 1)[0]?.toLowerCase().split('::') ?? [];
  const groups = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  while (tail !== undefined && groups.length + after.length < 8) groups.push('0');
  return [...groups, ...after].slice(0, 4).join(':');
}
