import type { CompiledModel, Range, ValueMatch } from './compile.ts';
import type { Component, ScoredActivity, ScoredSubject } from './subject.ts';

/** Clocks of two machines differ; what is this little ahead of now has just happened. */
export const clockSkewMs = 5 * 60_000;

export function rangeOf(ranges: readonly Range[], value: number | null | undefined): Range | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return undefined;
  const whole = Math.floor(value);
  for (const range of ranges) {
    if (whole >= range.min && (range.max === undefined || whole <= range.max)) return range;
  }
  return undefined;
}

/** What a finder says of a text, and nothing when there is no text. */
export function found<T>(find: ((text: string) => T) | undefined, text: string | null | undefined): T | undefined {
  return find && typeof text === 'string' && text.trim() !== '' ? find(text) : undefined;
}

const scored = (match: Range | ValueMatch | { score: number } | undefined) => (match ? match.score : 0);

/** The points of the facts of who they are, 0 and more. */
export function firmographicPoints(compiled: CompiledModel, subject: ScoredSubject): number {
  return (
    scored(rangeOf(compiled.employeeCount, subject.employeeCount)) +
    scored(rangeOf(compiled.annualRevenue, subject.annualRevenue)) +
    scored(found(compiled.industry, subject.industry)) +
    scored(found(compiled.title, subject.title)) +
    scored(found(compiled.department, subject.department)) +
    scored(found(compiled.country, subject.country))
  );
}

/** How much of an activity is left: 1 when it has just happened, falling evenly to 0 at `decayMs`; 0 before it happens. */
export function remaining(atMs: number, decayMs: number, nowMs: number): number {
  const ageMs = nowMs - atMs;
  if (ageMs >= decayMs || ageMs < -clockSkewMs) return 0;
  return ageMs <= 0 ? 1 : 1 - ageMs / decayMs;
}

export function countOf({ count }: ScoredActivity): number {
  if (count === undefined) return 1;
  return Number.isFinite(count) && count > 0 ? count : 0;
}

/** Puts the points of each activity factor into `compiled.sums`, each at most the factor's own limit. */
export function addUpActivities(compiled: CompiledModel, subject: ScoredSubject, nowMs: number): void {
  const { sums, activityFactors } = compiled;
  sums.fill(0);
  const { activities } = subject;
  if (!activities) return;
  for (const activity of activities) {
    const slot = compiled.slotOf(activity.type);
    const factor = activityFactors[slot];
    if (!factor || !Number.isFinite(activity.atMs)) continue;
    const left = remaining(activity.atMs, factor.decayMs, nowMs);
    if (left > 0) sums[slot] = (sums[slot] ?? 0) + factor.pointsEach * countOf(activity) * left;
  }
  for (let slot = 0; slot < sums.length; slot += 1) {
    sums[slot] = Math.min(sums[slot] ?? 0, activityFactors[slot]?.maxPoints ?? 0);
  }
}

/** The points of a component from `compiled.sums`, 0 and more. */
export function activityPoints({ sums, activityFactors }: CompiledModel, component: 'behavioral' | 'intent'): number {
  let points = 0;
  for (let slot = 0; slot < sums.length; slot += 1) {
    if (activityFactors[slot]?.component === component) points += sums[slot] ?? 0;
  }
  return points;
}

/** What criteria, the ideal customer and deals add to a component, or take away from it. */
export function extraPoints({ extras }: CompiledModel, subject: ScoredSubject, component: Component): number {
  let points = 0;
  for (const extra of extras) if (extra.component === component) points += extra.points(subject);
  return points;
}
