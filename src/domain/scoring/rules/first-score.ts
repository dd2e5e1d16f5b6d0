import type { ScoringModel } from './model.ts';
import { quickScore } from './score.ts';
import type { ScoredSubject } from './subject.ts';
import { type Grade, gradeOf, type Tier, tierOf } from './tiers.ts';

/**
 * The score of somebody who is about to be written, as the fields of a contact; about a microsecond.
 * @param nowMs milliseconds since 1970; it matters only where there are activities already
 */
export function scoreNew(
  model: ScoringModel,
  subject: ScoredSubject,
  nowMs = 0,
): { leadScore: number; scoreTier: Tier; scoreGrade: Grade } {
  const { score } = quickScore(model, subject, nowMs);
  return { leadScore: score, scoreTier: tierOf(model, score), scoreGrade: gradeOf(model, score) };
}
