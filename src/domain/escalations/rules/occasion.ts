const dayMs = 86_400_000;

/** Whole days from one moment to another. */
export const daysBetween = (from: Date, to: Date): number => Math.floor((to.getTime() - from.getTime()) / dayMs);

/** The latest moment that is so many days ago. */
export const daysAgo = (now: Date, days: number): Date => new Date(now.getTime() - days * dayMs);

const plural = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;

/** Why a deal that stands still is told. */
export function rottingBecause(stage: string, days: number, allowed: number): string {
  return `In ${stage} for ${plural(days)}, allowed ${plural(allowed)}`;
}

/** Why a deal whose day is over is told. */
export function passedBecause(day: string, days: number): string {
  return `Expected to close on ${day}, ${plural(days)} ago, and still open`;
}

/** Why a record is told when something happened: what that was, and what of the record made it count. */
export function eventBecause(summary: string, condition: string): string {
  const happened = summary.split(';')[0]?.replace(/\.$/, '') ?? '';
  return condition === '' ? happened : `${happened}, where ${condition}`;
}
