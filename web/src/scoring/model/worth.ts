import type { ActivityFactor, Firmographic, ScoringModel } from '../../data/setup/scoring-model.ts';
import type { Component } from '../../data/types.ts';

/** The two components that are made of activities. */
export type ActivityComponent = 'behavioral' | 'intent';

/** Where a factor's points stand: the API calls them `weight` of behavior and `points` of intent. */
export const pointsName = { behavioral: 'weight', intent: 'points' } as const;

export const pointsOf = (component: ActivityComponent, factor: ActivityFactor): number =>
  factor[pointsName[component]] ?? 0;

/** The most points that a factor of fit can give. */
export function mostOf(factor: NonNullable<Firmographic[keyof Firmographic]>): number {
  if ('ranges' in factor) return Math.max(0, ...factor.ranges.map((range) => range.score));
  if ('levels' in factor) return Math.max(factor.other, ...factor.levels.map((level) => level.score));
  return Math.max(factor.other, ...Object.values(factor.values));
}

/** The points of somebody who fits in everything, 0 to 100. */
export function perfectFit({ firmographic }: ScoringModel): number {
  const factors = Object.values(firmographic).filter((factor) => factor !== undefined);
  return Math.min(
    100,
    factors.reduce((sum, factor) => sum + mostOf(factor), 0),
  );
}

/** How much is left of an activity after some days: it falls evenly to nothing at `decayDays`. */
const left = (days: number, decayDays: number) => Math.max(0, 1 - days / decayDays);

/** What one activity of a factor adds to the score after some days; not rounded, since scores are only rounded as a whole. */
export function worthOfOne(
  model: ScoringModel,
  component: ActivityComponent,
  factor: ActivityFactor,
  days: number,
): number {
  const points = Math.min(factor.max ?? 100, pointsOf(component, factor) * left(days, factor.decayDays));
  return (Math.min(100, points) * model.weights[component]) / 100;
}

/** The score of components of 0 to 100 points, made as the server makes it. */
export function scoreOf({ weights }: ScoringModel, points: Record<Component, number>): number {
  const sum = (Object.keys(points) as Component[]).reduce(
    (all, component) => all + weights[component] * Math.round(Math.min(100, points[component])),
    0,
  );
  return Math.min(100, Math.round(sum / 100 + 1e-9));
}

/** The factor of a component that is worth most when it happens once. */
export function strongest(model: ScoringModel, component: ActivityComponent): [string, ActivityFactor] | undefined {
  return Object.entries(model[component]).sort(
    ([, one], [, other]) => worthOfOne(model, component, other, 0) - worthOfOne(model, component, one, 0),
  )[0];
}
