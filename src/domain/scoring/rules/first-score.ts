import type { ScoringModel } from './model.ts';
import { quickScore } from './score.ts';
import type { ScoredSubject } from './subject.ts';
import { type Tier, tierOf } from './tiers.ts';

/** What is known of somebody new: there are no activities yet. */
export type NewSubject = Omit<ScoredSubject, 'activities'>;

/** The score of somebody new, as the fields of a contact. About a microsecond. */
export function scoreNew(model: ScoringModel, values: NewSubject): { leadScore: number; scoreTier: Tier } {
  const { score } = quickScore(model, values, 0);
  return { leadScore: score, scoreTier: tierOf(model, score) };
}
