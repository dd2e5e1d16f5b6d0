import type { ScoringModel } from '../model.ts';
import type { CriteriaEvidence } from '../reasons.ts';
import type { Component, ScoredSubject } from '../subject.ts';
import type { Condition } from './conditions.ts';
import { testOf } from './matches.ts';
import type { Facts } from './signals.ts';

/** Points from something else than one fact or the activities; below 0 they take away. */
export interface Extra {
  component: Component;
  name: string;
  /** The points inside the component for somebody. */
  points(subject: ScoredSubject): number;
  /** Why, for somebody who gets points by it. */
  reason(subject: ScoredSubject): { text: string; evidence: CriteriaEvidence };
}

const noFacts: Facts = {};
const factsOf = ({ facts }: ScoredSubject) => facts ?? noFacts;

/** Whether the model asks for more than the plain facts. */
export function asksFacts({ rules, icp }: ScoringModel): boolean {
  return rules.length > 0 || icp !== undefined;
}

/** The rules, the ideal customer and the deals of a model, ready to be asked. */
export function extrasOf({ rules, icp, deals }: ScoringModel): Extra[] {
  return [...rules.map(ruleExtra), ...(icp ? [icpExtra(icp)] : []), ...(deals.points > 0 ? [dealExtra(deals)] : [])];
}

function ruleExtra({ name, component, points, when, text }: ScoringModel['rules'][number]): Extra {
  const holds = testOf(when);
  return {
    component,
    name,
    points: (subject) => (holds(factsOf(subject)) ? points : 0),
    reason: (subject) => ({ text, evidence: { facts: asked(when, factsOf(subject)) } }),
  };
}

function icpExtra({ points, criteria }: NonNullable<ScoringModel['icp']>): Extra {
  const tests = criteria.map(({ name, when, weight }) => ({ name, weight, holds: testOf(when) }));
  const whole = tests.reduce((sum, { weight }) => sum + weight, 0);
  const met = (subject: ScoredSubject) => tests.filter(({ holds }) => holds(factsOf(subject)));
  return {
    component: 'firmographic',
    name: 'icp',
    points: (subject) => (points * met(subject).reduce((sum, { weight }) => sum + weight, 0)) / whole,
    reason(subject) {
      const names = met(subject).map(({ name }) => name);
      const share = `${names.length} of ${tests.length}`;
      return { text: `Meets ${share} criteria of the ideal customer`, evidence: { facts: { met: names } } };
    },
  };
}

function dealExtra({ points }: ScoringModel['deals']): Extra {
  const likely = ({ dealProbability }: ScoredSubject) =>
    typeof dealProbability === 'number' && Number.isFinite(dealProbability)
      ? Math.min(100, Math.max(0, dealProbability))
      : 0;
  return {
    component: 'intent',
    name: 'openDeal',
    points: (subject) => (points * likely(subject)) / 100,
    reason(subject) {
      const probability = likely(subject);
      return { text: `Has an open deal that is likely to ${probability}%`, evidence: { facts: { probability } } };
    },
  };
}

/** The values of the signals that a condition asks for. */
function asked(condition: Condition, facts: Facts): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(condition)) {
    if (name === 'and' || name === 'or')
      for (const one of value as Condition[]) Object.assign(found, asked(one, facts));
    else found[name] = facts[name] ?? null;
  }
  return found;
}
