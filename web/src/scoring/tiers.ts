import type { Tier } from '../data/types.ts';
import { texts } from '../texts/index.ts';

const tiers = new Set<unknown>(['COLD', 'WARM', 'HOT', 'SALES_READY']);

/** The tier, cold when the value is none. */
export function tierOf(value: unknown): Tier {
  return tiers.has(value) ? (value as Tier) : 'COLD';
}

export const tierName = (tier: Tier): string => texts.tiers[tier];
