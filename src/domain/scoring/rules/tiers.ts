import type { ScoringModel } from './model.ts';

export type Tier = 'SALES_READY' | 'HOT' | 'WARM' | 'COLD';
export type Grade = 'A' | 'B' | 'C' | 'D' | 'F';

/** From the coldest up. */
const tiers: readonly Tier[] = ['COLD', 'WARM', 'HOT', 'SALES_READY'];

/** @param score 0 to 100 */
export function tierOf({ thresholds }: Pick<ScoringModel, 'thresholds'>, score: number): Tier {
  if (score >= thresholds.salesReady) return 'SALES_READY';
  if (score >= thresholds.hot) return 'HOT';
  return score >= thresholds.warm ? 'WARM' : 'COLD';
}

/** @param score 0 to 100 */
export function gradeOf({ grades }: Pick<ScoringModel, 'grades'>, score: number): Grade {
  if (score >= grades.A) return 'A';
  if (score >= grades.B) return 'B';
  if (score >= grades.C) return 'C';
  return score >= grades.D ? 'D' : 'F';
}

export type TierChange = {
  changed: boolean;
  previousTier: Tier | null;
  tier: Tier;
  direction: 'up' | 'down' | 'same';
  /** Came up to hot or above from below. */
  becameQualified: boolean;
  becameSalesReady: boolean;
};

/** What the step from one tier to the next means. Who had none (`null`) stood below cold. */
export function tierChange(previous: Tier | null, next: Tier): TierChange {
  const before = previous === null ? -1 : tiers.indexOf(previous);
  const after = tiers.indexOf(next);
  const hot = tiers.indexOf('HOT');
  const salesReady = tiers.indexOf('SALES_READY');
  return {
    changed: before !== after,
    previousTier: previous,
    tier: next,
    direction: after > before ? 'up' : after < before ? 'down' : 'same',
    becameQualified: before < hot && after >= hot,
    becameSalesReady: before < salesReady && after >= salesReady,
  };
}
