import type { Counter, Limit, Spent } from './limit.ts';

interface Bucket {
  tokens: number;
  atMs: number;
}

const mostKept = 50_000;

/** Token buckets by name: each fills evenly up to its limit, and a request takes one token out. Kept in this process alone. */
export class Buckets implements Counter {
  readonly #buckets = new Map<string, Bucket>();

  /** Takes one token, if there is one. A clock that is set back fills nothing. */
  spend(name: string, limit: Limit, nowMs: number): Spent {
    const perMs = limit.most / limit.windowMs;
    const known = this.#buckets.get(name);
    const gained = known ? Math.max(0, nowMs - known.atMs) * perMs : limit.most;
    const there = Math.min(limit.most, (known?.tokens ?? 0) + gained);
    const allowed = there >= 1;
    const tokens = allowed ? there - 1 : there;
    this.#buckets.delete(name);
    this.#buckets.set(name, { tokens, atMs: nowMs });
    // The one that has waited longest goes: it is most likely full again, which is the same as not being there.
    if (this.#buckets.size > mostKept) this.#buckets.delete(this.#buckets.keys().next().value ?? '');
    const waitMs = tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perMs);
    return { allowed, left: Math.floor(tokens), waitMs, fullMs: Math.ceil((limit.most - tokens) / perMs) };
  }
}
