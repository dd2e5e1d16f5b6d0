import type { Tier } from '../data/types.ts';

export interface Thresholds {
  salesReady: number;
  hot: number;
  warm: number;
}

/** The tier of a score of 0 to 100. */
export function tierAt({ salesReady, hot, warm }: Thresholds, score: number): Tier {
  if (score >= salesReady) return 'SALES_READY';
  if (score >= hot) return 'HOT';
  return score >= warm ? 'WARM' : 'COLD';
}
