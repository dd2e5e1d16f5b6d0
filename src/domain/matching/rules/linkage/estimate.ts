import type { PairSpace } from '../blocking/pair-space.ts';
import type { Field } from '../comparing/field.ts';
import { dependencies } from './dependencies.ts';
import { type FieldModel, type Model, weightOf } from './model.ts';
import type { Patterns } from './patterns.ts';

const rounds = 30;
/** Nothing moves any more when the expected number of matches changes by less than this share. */
const settled = 1e-3;
/** As how many pairs of one the beginning counts: some, and a share of all that are expected, so that what is learnt stays near what is known of people and things. */
const strengthOfStart = 20;
const shareOfStart = 0.3;
/** A record has no more than this many others of its own, on average: whatever else falls into two groups, such as countries, is no likeness. */
const mostPairsPerRecord = 3;
/** One record in so many has another of its own, even where none was seen yet. */
const fewestPairsPerRecord = 0.002;
const smallest = 1e-9;

/** What is estimated in turns: how likely each level is in pairs of one and of two, by field and level from 0. */
interface Estimate {
  prior: number;
  same: Float64Array[];
  different: Float64Array[];
}

/**
 * Learns without labels, by expectation and maximisation, how much each level of each field says. Bounded and without chance: one
 * input always gives one model.
 */
export function estimateModel(fields: readonly Field[], patterns: Patterns, space: PairSpace): Model {
  const matches = new Float64Array(patterns.count);
  if (fields.length === 1) return modelOfOneField(fields, patterns, space, matches);
  let model = modelOf(fields, beginning(fields, patterns, space), space);
  for (let round = 0; round < rounds; round++) {
    const moved = expect(fields, patterns, model, matches);
    const estimate = maximise(fields, patterns, matches, space);
    model = dependencies(modelOf(fields, estimate, space), patterns, matches, estimate.different);
    if (moved < settled) break;
  }
  return model;
}

/** With one field alone nothing tells matches from chance. So the best levels are taken for what they mostly are. */
const usuallySame = [0.95, 0.8, 0.3];

function modelOfOneField(fields: readonly Field[], patterns: Patterns, space: PairSpace, matches: Float64Array): Model {
  const top = fields[0]?.levels.length ?? 0;
  for (let at = 0; at < matches.length; at++)
    matches[at] = patterns.open[at] === 1 ? (usuallySame[top - (patterns.levels[at] as number)] ?? 0) : 0;
  return modelOf(fields, maximise(fields, patterns, matches, space), space);
}

function beginning(fields: readonly Field[], patterns: Patterns, space: PairSpace): Estimate {
  const nothing = new Float64Array(patterns.count);
  const { different } = maximise(fields, patterns, nothing, space);
  const same = fields.map(({ start }) => Float64Array.of(0, ...start));
  return { prior: Math.log((0.25 * space.records) / Math.max(1, space.all)), same, different };
}

/** The probability of each pattern, by the model; answers how much they have moved, as a share of what is expected. */
function expect(
  fields: readonly Field[],
  { levels, weights: counts, open, count }: Patterns,
  model: Model,
  into: Float64Array,
): number {
  let [moved, expected] = [0, 0];
  for (let at = 0; at < count; at++) {
    if (open[at] === 0) continue;
    const from = at * fields.length;
    let odds = model.prior;
    for (let place = 0; place < model.order.length; place++) {
      const field = model.order[place] as number;
      const level = levels[from + field] as number;
      if (level > 0) odds += weightOf(model.fields[field] as FieldModel, level, model, levels, from, place);
    }
    const probability = 1 / (1 + Math.exp(-odds));
    moved += (counts[at] as number) * Math.abs(probability - (into[at] as number));
    expected += (counts[at] as number) * probability;
    into[at] = probability;
  }
  return moved / Math.max(1, expected);
}

function maximise(
  fields: readonly Field[],
  patterns: Patterns,
  matches: Float64Array,
  { all, records }: PairSpace,
): Estimate {
  const same = fields.map(({ levels }) => new Float64Array(levels.length + 1));
  const different = fields.map(({ levels }) => new Float64Array(levels.length + 1).fill(smallest * all));
  let expected = 0;
  for (let at = 0; at < patterns.count; at++) {
    const weight = patterns.weights[at] as number;
    const probability = matches[at] as number;
    expected += weight * probability;
    for (let field = 0; field < fields.length; field++) {
      const level = patterns.levels[at * fields.length + field] as number;
      if (level === 0) continue;
      const [ours, theirs] = [same[field] as Float64Array, different[field] as Float64Array];
      ours[level] = (ours[level] as number) + weight * probability;
      theirs[level] = (theirs[level] as number) + weight * (1 - probability);
    }
  }
  for (const [field, { start }] of fields.entries()) addStart(same[field] as Float64Array, start);
  for (const counts of [...same, ...different]) normalise(counts);
  for (const [field, { mostDifferent }] of fields.entries())
    boundDifference(same[field] as Float64Array, mostDifferent);
  const bounded = Math.min(Math.max(expected, fewestPairsPerRecord * records), mostPairsPerRecord * records);
  return { prior: Math.log(bounded / Math.max(1, all - bounded)), same, different };
}

function addStart(counts: Float64Array, start: readonly number[]): void {
  const strength = strengthOfStart + shareOfStart * counts.reduce((sum, one) => sum + one, 0);
  for (const [at, share] of start.entries()) counts[at + 1] = (counts[at + 1] as number) + share * strength;
}

/** Who is the same cannot be different in name most of the time: without that bound, colleagues would be taken for one person. */
function boundDifference(shares: Float64Array, most: number): void {
  const share = shares[1] as number;
  if (share <= most) return;
  for (let level = 2; level < shares.length; level++)
    shares[level] = ((shares[level] as number) * (1 - most)) / (1 - share);
  shares[1] = most;
}

function normalise(counts: Float64Array): void {
  counts[0] = 0;
  const sum = counts.reduce((total, one) => total + one, 0);
  for (let level = 1; level < counts.length; level++) counts[level] = (counts[level] as number) / (sum || 1);
}

function modelOf(fields: readonly Field[], { prior, same, different }: Estimate, { records }: PairSpace): Model {
  return {
    prior,
    rarest: 2 / records,
    order: fields.map((_, at) => at),
    fields: fields.map((field, at) => ({
      field,
      alone: weightsOf(same[at] as Float64Array, different[at] as Float64Array),
      given: [],
      chance: different[at]?.at(-1) ?? 0,
    })),
  };
}

/** The logarithm of how much more often each level is met in pairs of one. A better level never says less: neighbours that would are pooled. */
export function weightsOf(same: Float64Array, different: Float64Array): Float64Array {
  const pools: { from: number; same: number; different: number }[] = [];
  for (let level = 1; level < same.length; level++) {
    pools.push({ from: level, same: same[level] as number, different: Math.max(smallest, different[level] as number) });
    for (let last = pools.at(-1), before = pools.at(-2); last && before; last = pools.at(-1), before = pools.at(-2)) {
      if (last.same / last.different >= before.same / before.different) break;
      pools.pop();
      before.same += last.same;
      before.different += last.different;
    }
  }
  const weights = new Float64Array(same.length);
  for (const pool of pools) weights.fill(Math.log(Math.max(smallest, pool.same) / pool.different), pool.from);
  return weights;
}
