import type { ActivityFactor } from '../../data/setup/scoring-model.ts';

/** What an activity that counts is called: its own words, else its name in words. */
export function factorName(name: string, factor: ActivityFactor): string {
  if (factor.text?.one) return factor.text.one;
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
