import type { Candidates } from '../blocking/candidates.ts';
import { isPair, type PairSpace } from '../blocking/pair-space.ts';
import type { Field } from '../comparing/field.ts';
import { seededRandom } from './random.ts';

/** Pairs with equal levels, counted as one: what is learnt from millions of pairs is learnt from some thousands of patterns. */
export interface Patterns {
  /** The levels of each pattern, field by field, one pattern behind another. */
  levels: Uint8Array;
  /** How many pairs each pattern stands for, estimated. */
  weights: Float64Array;
  /** Whether a pattern may be of one (1), or stands for so many pairs that are no candidates (0) that it is taken for two. */
  open: Uint8Array;
  fields: number;
  count: number;
}

/** The patterns of all pairs, and which one each candidate has, as far as they were looked at. */
export interface Observed extends Patterns {
  /** By the number of the candidate; undefined where only a sample was looked at. */
  ofCandidates: Uint32Array | undefined;
}

/** More teach no more: a file of a million is learnt from as many pairs as one of ten thousand. */
const mostCandidates = 300_000;
const mostRandom = 200_000;
/** A pair that stands for more pairs than this would by its doubt alone outweigh all that are certain. */
const mostOpenWeight = 20;

/**
 * The patterns of all pairs that there are: the candidates, or an even sample of them, and for the many others a random sample that
 * stands for them.
 */
export function observePatterns(fields: readonly Field[], candidates: Candidates, space: PairSpace): Observed {
  const { all, records } = space;
  const gathered = new PatternCounter(fields);
  const step = Math.max(1, candidates.length / mostCandidates);
  const ofCandidates = step === 1 ? new Uint32Array(candidates.length) : undefined;
  for (let at = 0; at < candidates.length; at += step) {
    const pair = Math.floor(at);
    const pattern = gathered.add(candidates.left(pair), candidates.right(pair), step, true);
    if (ofCandidates) ofCandidates[pair] = pattern;
  }
  const random = seededRandom(20_260_101);
  const others: [number, number][] = [];
  const wanted = Math.min(mostRandom, all - candidates.length);
  for (let tries = 0; others.length < wanted && tries < mostRandom * 4; tries++) {
    const [left, right] = [Math.floor(random() * records), Math.floor(random() * records)];
    if (isPair(space, left, right) && !candidates.has(left, right)) others.push([left, right]);
  }
  const each = Math.max(0, all - candidates.length) / Math.max(1, others.length);
  for (const [left, right] of others) gathered.add(left, right, each, each <= mostOpenWeight);
  return { ...gathered.patterns(), ofCandidates };
}

const [openMark, closedMark] = ['+', '-'];

class PatternCounter {
  readonly #fields: readonly Field[];
  readonly #numbers = new Map<string, number>();
  readonly #weights: number[] = [];

  constructor(fields: readonly Field[]) {
    this.#fields = fields;
  }

  /** Counts a pair, and answers the number of its pattern. */
  add(left: number, right: number, weight: number, open: boolean): number {
    let key = open ? openMark : closedMark;
    for (const field of this.#fields) key += String.fromCharCode(field.compare(left, right));
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#weights.length;
      this.#numbers.set(key, number);
      this.#weights.push(0);
    }
    this.#weights[number] = (this.#weights[number] as number) + weight;
    return number;
  }

  patterns(): Patterns {
    const count = this.#weights.length;
    const fields = this.#fields.length;
    const levels = new Uint8Array(count * fields);
    for (const [key, number] of this.#numbers)
      for (let field = 0; field < fields; field++) levels[number * fields + field] = key.charCodeAt(field + 1);
    const open = Uint8Array.from(this.#numbers.keys(), (key) => (key.startsWith(openMark) ? 1 : 0));
    return { levels, weights: Float64Array.from(this.#weights), open, fields, count };
  }
}
