import type { Counter, Limit, Spent } from './limit.ts';

interface Window {
  /** Which window, counted from the beginning of time. */
  number: number;
  count: number;
  /** How many there were in the window before. */
  before: number;
}

const mostKept = 50_000;

/**
 * Sliding windows by name: what was sent in this window, and of the one before as much as still lies within a window's length, taken as
 * evenly spread. Kept in this process alone.
 */
export class Windows implements Counter {
  readonly #windows = new Map<string, Window>();

  /** Counts one request, if it is within the limit; one that is refused is not counted. A clock that is set back begins no new window. */
  spend(name: string, limit: Limit, nowMs: number): Spent {
    const { most, windowMs } = limit;
    const known = this.#windows.get(name);
    const number = Math.max(Math.floor(nowMs / windowMs), known?.number ?? 0);
    const current = windowAt(known, number);
    const passed = Math.min(1, Math.max(0, nowMs / windowMs - number));
    const there = current.count + current.before * (1 - passed);
    const allowed = there + 1 <= most;
    const count = current.count + (allowed ? 1 : 0);
    this.#windows.delete(name);
    this.#windows.set(name, { ...current, count });
    if (this.#windows.size > mostKept) this.#windows.delete(this.#windows.keys().next().value ?? '');
    const left = Math.max(0, Math.floor(most - there - (allowed ? 1 : 0)));
    const restMs = (1 - passed) * windowMs;
    const waitMs = left > 0 ? 0 : untilOneIsFree({ most, windowMs, count, before: current.before, restMs });
    return { allowed, left, waitMs: Math.ceil(waitMs), fullMs: Math.ceil(restMs + (count > 0 ? windowMs : 0)) };
  }
}

function windowAt(known: Window | undefined, number: number): Window {
  if (known?.number === number) return known;
  return { number, count: 0, before: known?.number === number - 1 ? known.count : 0 };
}

/** Within this window while the one before fades, or in the next while this one does. */
function untilOneIsFree(at: { most: number; windowMs: number; count: number; before: number; restMs: number }): number {
  const { most, windowMs, count, before, restMs } = at;
  const passedMs = windowMs - restMs;
  if (count + 1 <= most) return Math.max(0, windowMs * (1 - (most - 1 - count) / Math.max(before, 1)) - passedMs);
  return restMs + windowMs * (1 - (most - 1) / count);
}
