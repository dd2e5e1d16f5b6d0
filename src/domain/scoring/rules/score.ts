import { type CompiledModel, compiled } from './compile.ts';
import { activityPoints, addUpActivities, extraPoints, firmographicPoints } from './components.ts';
import type { ScoringModel } from './model.ts';
import { reasonsFor, type ScoreReason } from './reasons.ts';
import type { Component, ScoredSubject } from './subject.ts';
import { type Grade, gradeOf, type Tier, tierOf } from './tiers.ts';

/** All whole numbers from 0 to 100; `score` is the weighted sum of the other three, rounded. */
export type QuickScore = { score: number; firmographic: number; behavioral: number; intent: number };

export type Score = {
  score: number;
  tier: Tier;
  grade: Grade;
  breakdown: { firmographic: number; behavioral: number; intent: number };
  reasons: ScoreReason[];
};

/** Sums of fractions may differ in the last bit with the order of the activities; a half must not. */
const hair = 1e-9;
const whole = (value: number) => Math.round(value + hair);

/**
 * The numbers without the reasons, always equal to those of `scoreOf`; about a microsecond.
 * @param model must not be changed afterwards: it is compiled once an object
 * @param nowMs milliseconds since 1970
 */
export function quickScore(model: ScoringModel, subject: ScoredSubject, nowMs: number): QuickScore {
  return numbers(compiled(model), subject, nowMs);
}

/**
 * The score of a contact or lead with a reason for every point: the reasons' points add up to the score.
 * @param model must not be changed afterwards: it is compiled once an object
 */
export function scoreOf(model: ScoringModel, subject: ScoredSubject, now: Date): Score {
  const nowMs = now.getTime();
  const ready = compiled(model);
  const { score, ...breakdown } = numbers(ready, subject, nowMs);
  const reasons = reasonsFor(ready, subject, nowMs, score);
  return { score, tier: tierOf(model, score), grade: gradeOf(model, score), breakdown, reasons };
}

/** The score is made of the rounded components, so that whoever sees them can do the sum again. */
function numbers(ready: CompiledModel, subject: ScoredSubject, nowMs: number): QuickScore {
  addUpActivities(ready, subject, nowMs);
  const part = (component: Component, points: number) =>
    whole(Math.min(100, Math.max(0, points + extraPoints(ready, subject, component))));
  const firmographic = part('firmographic', firmographicPoints(ready, subject));
  const behavioral = part('behavioral', activityPoints(ready, 'behavioral'));
  const intent = part('intent', activityPoints(ready, 'intent'));
  const { weights } = ready.model;
  const weighted = weights.firmographic * firmographic + weights.behavioral * behavioral + weights.intent * intent;
  return { score: Math.min(100, whole(weighted / 100)), firmographic, behavioral, intent };
}
