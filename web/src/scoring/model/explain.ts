import type { ScoringModel } from '../../data/setup/scoring-model.ts';
import type { Tier } from '../../data/types.ts';
import { scoringTexts as words } from '../../texts/index.ts';
import { tierAt } from '../tier-at.ts';
import { factorName } from './factor-name.ts';
import { perfectFit, pointsOf, scoreOf, strongest } from './worth.ts';

export interface Example {
  label: string;
  score: number;
  tier: Tier;
}

/** What the model says, in sentences and in the scores of people that are easy to picture. */
export function sentencesOf({ weights, thresholds }: ScoringModel): string[] {
  return [
    words.explain.weights(weights.firmographic, weights.behavioral, weights.intent),
    words.explain.tiers(thresholds.salesReady, thresholds.hot, thresholds.warm),
  ];
}

export function examplesOf(model: ScoringModel): Example[] {
  const firmographic = perfectFit(model);
  const [behavior, intent] = [strongest(model, 'behavioral'), strongest(model, 'intent')];
  const one = (found: typeof behavior, component: 'behavioral' | 'intent', days = 0) =>
    found
      ? Math.min(found[1].max ?? 100, pointsOf(component, found[1]) * Math.max(0, 1 - days / found[1].decayDays))
      : 0;
  const example = (label: string, fit: number, behavioral: number, wanting: number): Example => {
    const score = scoreOf(model, { firmographic: fit, behavioral, intent: wanting });
    return { label, score, tier: tierAt(model.thresholds, score) };
  };
  const examples = [example(words.explain.fit, firmographic, 0, 0)];
  if (intent) {
    const name = factorName(...intent);
    examples.push(example(words.explain.fitAnd(name), firmographic, 0, one(intent, 'intent')));
    if (behavior) {
      const both = words.explain.fitAndBoth(factorName(...behavior));
      const later = words.explain.later(30);
      examples.push(example(both, firmographic, one(behavior, 'behavioral'), one(intent, 'intent')));
      examples.push(example(later, firmographic, one(behavior, 'behavioral', 30), one(intent, 'intent', 30)));
    }
    examples.push(example(words.explain.unfit(name), 0, 0, one(intent, 'intent')));
  }
  return examples;
}
