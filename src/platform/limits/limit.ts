/** So many requests in so many milliseconds, and at most as many at once. */
export interface Limit {
  most: number;
  windowMs: number;
}

export interface Spent {
  allowed: boolean;
  /** Whole requests that are left now. */
  left: number;
  /** Until one more is allowed; 0 when one is. */
  waitMs: number;
  /** Until all of them are there again. */
  fullMs: number;
}

/** One limit that a request uses up, by the name of what it counts. */
export interface Ask {
  name: string;
  limit: Limit;
}

/** How a limit is counted. */
export interface Counter {
  /** Takes one request, if there is one left. */
  spend(name: string, limit: Limit, nowMs: number): Spent;
}

/** The ways of counting: a bucket that fills evenly, or the requests of the last window. */
export const algorithms = ['token-bucket', 'sliding-window'] as const;
export type Algorithm = (typeof algorithms)[number];
