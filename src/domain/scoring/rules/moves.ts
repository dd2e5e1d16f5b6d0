import { nextDecayAt } from './decay.ts';
import type { ScoringModel } from './model.ts';
import { earlier, type ScoreOverride, standingOverride } from './override.ts';
import { type QuickScore, quickScore } from './score.ts';
import type { ScoredSubject } from './subject.ts';
import { type Grade, gradeOf, type Tier, type TierChange, tierChange, tierOf } from './tiers.ts';

/** What is kept of the latest move of a score. */
export interface KeptScore extends QuickScore {
  tier: Tier;
  grade: Grade;
  previousTier: Tier | null;
  computedAt: Date;
  nextDecayAt: Date | null;
}

/** A contact as scoring reads it. */
export interface Candidate {
  id: string;
  createdAt: Date;
  /** The score, tier and grade that stand with the contact. */
  score: number;
  tier: Tier;
  grade: Grade;
  subject: ScoredSubject;
  override: ScoreOverride | null;
  kept: KeptScore | undefined;
}

/** What scoring a contact has come to. */
export interface Move {
  id: string;
  now: KeptScore;
  change: TierChange;
  /** Score, tier or grade are others than those that stand with the contact. */
  moved: boolean;
  /** Worth telling: it has moved, or is known for the first time. */
  news: boolean;
  /** What is kept must be written. */
  keep: boolean;
}

/**
 * Scores a contact.
 * @param isNew nobody has been told a score of this contact, so that even one that stands already is news
 */
export function moveOf(model: ScoringModel, candidate: Candidate, now: Date, isNew: boolean): Move {
  const { kept, subject } = candidate;
  const first = isNew && !kept;
  const override = standingOverride(candidate.override, now);
  const computed = quickScore(model, subject, now.getTime());
  const numbers = override ? { ...computed, score: override.score } : computed;
  const tier = tierOf(model, numbers.score);
  const grade = gradeOf(model, numbers.score);
  const decay = earlier(subject.activities?.length ? nextDecayAt(model, subject, now) : null, override?.until);
  const moved = numbers.score !== candidate.score || tier !== candidate.tier || grade !== candidate.grade;
  const change = tierChange(first ? null : candidate.tier, tier);
  const previousTier = moved || first ? change.previousTier : (kept?.previousTier ?? null);
  const computedAt = moved || !kept ? now : kept.computedAt;
  const next = { ...numbers, tier, grade, previousTier, computedAt, nextDecayAt: decay };
  return {
    id: candidate.id,
    now: next,
    change,
    moved,
    news: moved || (first && numbers.score > 0),
    keep: moved || (kept ? !same(kept, next) : decay !== null),
  };
}

function same(kept: KeptScore, next: KeptScore): boolean {
  return (
    kept.score === next.score &&
    kept.firmographic === next.firmographic &&
    kept.behavioral === next.behavioral &&
    kept.intent === next.intent &&
    kept.tier === next.tier &&
    kept.grade === next.grade &&
    kept.nextDecayAt?.getTime() === next.nextDecayAt?.getTime()
  );
}
