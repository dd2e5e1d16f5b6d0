import { activityReasons } from './activity-reasons.ts';
import { apportion } from './apportion.ts';
import type { CompiledModel } from './compile.ts';
import { firmographicReasons } from './firmographic-reasons.ts';
import { type Component, components, type ScoredSubject } from './subject.ts';

/** The field of the contact or its account that the points come from: who may not read it must not see the reason. */
export type FieldEvidence = {
  field: 'employeeCount' | 'annualRevenue' | 'industry' | 'title' | 'department' | 'country';
  value: string | number;
};
/** The activities that still count; times are ISO 8601. */
export type ActivityEvidence = { activityTypes: string[]; count: number; firstAt: string; lastAt: string };

export type ScoreReason = {
  component: Component;
  /** The factor's name in the model: `employeeCount`, `emailOpens`. */
  factor: string;
  /** Points of the score, whole and at least 1; those of all reasons add up to the score. */
  points: number;
  text: string;
  evidence: FieldEvidence | ActivityEvidence;
  /** When the latest of the activities happened, ISO 8601. */
  at?: string;
};

/** A reason before it is known how many points of the score it is worth. */
export type Finding = Omit<ScoreReason, 'points'> & { pointsInComponent: number };

/** The reasons of a score, the weightiest first. A factor whose share is less than half a point may be left out. */
export function reasonsFor(
  compiled: CompiledModel,
  subject: ScoredSubject,
  nowMs: number,
  score: number,
): ScoreReason[] {
  const findings = [...firmographicReasons(compiled, subject), ...activityReasons(compiled, subject, nowMs)];
  const points = apportion(shares(compiled, findings), score);
  const reasons: ScoreReason[] = [];
  for (const [index, { component, factor, text, evidence, at }] of findings.entries()) {
    const worth = points[index] ?? 0;
    if (worth === 0) continue;
    const reason: ScoreReason = { component, factor, points: worth, text: `${text}: +${worth}`, evidence };
    if (at !== undefined) reason.at = at;
    reasons.push(reason);
  }
  return reasons.sort((a, b) => b.points - a.points);
}

/** Points of the score, not yet whole: those of the component times its weight; less where the component is full. */
function shares({ model }: CompiledModel, findings: readonly Finding[]): number[] {
  const sums: Record<Component, number> = { firmographic: 0, behavioral: 0, intent: 0 };
  for (const { component, pointsInComponent } of findings) sums[component] += pointsInComponent;
  const worth = { ...sums };
  for (const component of components) worth[component] = model.weights[component] / Math.max(100, sums[component]);
  return findings.map(({ component, pointsInComponent }) => pointsInComponent * worth[component]);
}
