import type { Range, ScoringModel } from '../../data/setup/scoring-model.ts';
import { scoringTexts as words } from '../../texts/index.ts';

/** What is wrong with a model, by place: as the server would say it, but while it is typed. */
export type Mistakes = ReadonlyMap<string, string>;

const isPoints = (value: number) => value >= 0 && value <= 100;
const falls = (values: number[]) => values.every((value, at) => at === 0 || value < (values[at - 1] ?? 0));

export function mistakesOf(model: ScoringModel): Mistakes {
  const found = new Map<string, string>();
  const { weights, thresholds, grades } = model;
  const sum = weights.firmographic + weights.behavioral + weights.intent;
  if (!Object.values(weights).every(isPoints)) found.set('weights', words.mistakes.points);
  else if (Math.abs(sum - 100) > 1e-6) found.set('weights', words.mistakes.sum(Number(sum.toFixed(2))));
  const bands = [thresholds.salesReady, thresholds.hot, thresholds.warm];
  if (!bands.every(isPoints)) found.set('thresholds', words.mistakes.points);
  else if (!falls(bands)) found.set('thresholds', words.mistakes.thresholds);
  const marks = [grades.A, grades.B, grades.C, grades.D];
  if (!marks.every(isPoints)) found.set('grades', words.mistakes.points);
  else if (!falls(marks)) found.set('grades', words.mistakes.grades);
  const window = model.activityWindowDays;
  if (!(window >= 1 && window <= 365)) found.set('activityWindowDays', words.mistakes.days);
  for (const [name, factor] of Object.entries(model.firmographic)) {
    if (factor && 'ranges' in factor) {
      const mistake = rangesMistake(factor.ranges);
      if (mistake) found.set(`firmographic.${name}`, mistake);
    }
  }
  for (const component of ['behavioral', 'intent'] as const)
    for (const [name, factor] of Object.entries(model[component])) {
      const at = `${component}.${name}`;
      if (!(factor.decayDays >= 1 && factor.decayDays <= 365)) found.set(at, words.mistakes.days);
      else if (factor.decayDays > window) found.set(at, words.mistakes.window(factor.decayDays, window));
      else if (![factor.weight ?? 0, factor.points ?? 0, factor.max ?? 0].every(isPoints))
        found.set(at, words.mistakes.points);
    }
  return found;
}

function rangesMistake(ranges: readonly Range[]): string | undefined {
  if (!ranges.every((range) => isPoints(range.score))) return words.mistakes.points;
  if (!ranges.every((range) => range.min >= 0 && (range.max === undefined || range.max >= range.min)))
    return words.mistakes.range;
  const sorted = [...ranges].sort((one, other) => one.min - other.min);
  const overlap = sorted.some((range, at) => {
    const next = sorted[at + 1];
    return next !== undefined && (range.max === undefined || range.max >= next.min);
  });
  return overlap ? words.mistakes.overlap : undefined;
}
