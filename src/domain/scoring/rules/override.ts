/** A score that somebody has set by hand. Times are ISO 8601; `by` is the id of a user or key. */
export interface ScoreOverride {
  /** 0 to 100. */
  score: number;
  reason: string;
  by: string;
  byName: string;
  at: string;
  /** From then on the computed score stands again; null is never. */
  until: string | null;
}

/** The override that stands now; undefined when there is none, or when its time is over. */
export function standingOverride(override: ScoreOverride | null | undefined, now: Date): ScoreOverride | undefined {
  if (!override) return undefined;
  return override.until === null || new Date(override.until) > now ? override : undefined;
}

/** The earlier of two moments. */
export function earlier(one: Date | null, other: string | null | undefined): Date | null {
  if (!other) return one;
  const moment = new Date(other);
  return one && one < moment ? one : moment;
}
