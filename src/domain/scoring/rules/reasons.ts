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

/** What a criterion looked at, by the names of signals. */
export type CriteriaEvidence = { facts: Record<string, unknown> };

export type ScoreReason = {
  component: Component;
  /** The factor's name in the model: `employeeCount`, `emailOpens`, the name of a rule. */
  factor: string;
  /** Points of the score, whole and never 0, below it where they take away; those of all reasons add up to the score. */
  points: number;
  text: string;
  evidence: FieldEvidence | ActivityEvidence | CriteriaEvidence;
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
  const findings = [
    ...firmographicReasons(compiled, subject),
    ...activityReasons(compiled, subject, nowMs),
    ...extraReasons(compiled, subject),
  ];
  const points = wholePoints(shares(compiled, findings), score);
  const reasons: ScoreReason[] = [];
  for (const [index, { component, factor, text, evidence, at }] of findings.entries()) {
    const worth = points[index] ?? 0;
    if (worth === 0) continue;
    const reason: ScoreReason = {
      component,
      factor,
      points: worth,
      text: `${text}: ${worth > 0 ? '+' : '−'}${Math.abs(worth)}`,
      evidence,
    };
    if (at !== undefined) reason.at = at;
    reasons.push(reason);
  }
  return reasons.sort((a, b) => b.points - a.points);
}

function extraReasons({ extras }: CompiledModel, subject: ScoredSubject): Finding[] {
  return extras.flatMap((extra) => {
    const pointsInComponent = extra.points(subject);
    if (pointsInComponent === 0) return [];
    return [{ component: extra.component, factor: extra.name, pointsInComponent, ...extra.reason(subject) }];
  });
}

/** Whole points that add up to the score: what is given and what is taken away, each rounded by itself. */
function wholePoints(exact: readonly number[], score: number): number[] {
  const given = exact.map((share) => Math.max(0, share));
  const taken = exact.map((share) => Math.max(0, -share));
  const sum = (shares: readonly number[]) => shares.reduce((all, share) => all + share, 0);
  const gives = sum(taken) > 0 ? Math.max(score, Math.round(sum(given))) : score;
  const plus = apportion(given, gives);
  const minus = apportion(taken, gives - score);
  return plus.map((points, index) => points - (minus[index] ?? 0));
}

/**
 * Points of the score, not yet whole: those of the component times its weight. Where a component is full, what is given counts for less; where
 * more is taken away than given, what is taken does.
 */
function shares({ model }: CompiledModel, findings: readonly Finding[]): number[] {
  const scales = new Map(components.map((component) => [component, scalesOf(component, findings)]));
  return findings.map(({ component, pointsInComponent }) => {
    const { given = 0, taken = 0 } = scales.get(component) ?? {};
    return ((pointsInComponent * model.weights[component]) / 100) * (pointsInComponent > 0 ? given : taken);
  });
}

function scalesOf(component: Component, findings: readonly Finding[]): { given: number; taken: number } {
  let [plus, minus] = [0, 0];
  for (const { component: of, pointsInComponent } of findings) {
    if (of !== component) continue;
    if (pointsInComponent > 0) plus += pointsInComponent;
    else minus -= pointsInComponent;
  }
  return {
    given: plus - minus > 100 ? (100 + minus) / plus : 1,
    taken: minus > plus ? plus / minus : 1,
  };
}
