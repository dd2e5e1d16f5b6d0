import type { RecordTable } from '../linkage/record-table.ts';
import { type Key, keysOf } from './keys.ts';
import { isPair, type PairSpace } from './pair-space.ts';
import { wordBlocks } from './words.ts';

/** Pairs of records that are worth comparing, each once: left below right. */
export interface Candidates {
  length: number;
  left(at: number): number;
  right(at: number): number;
  /** Whether a pair is among them. */
  has(left: number, right: number): boolean;
}

/** How many pairs a record may bring, and how many there may be of few records. */
const pairsPerRecord = 4;
const leastPairs = 400_000;
/** A block that is larger says too little: what is in it is found by other keys. */
const largestBlock = 400;
const mostRules = 48;
/** So many equal records are all paired with one another. */
const fewEqual = 20;

/** Groups of records that share a key, one behind another. */
export interface Blocks {
  records: Uint32Array;
  /** Where each group begins, and where the last one ends. */
  starts: Uint32Array;
}

/** Finds the pairs that are worth comparing. Their number grows no faster than that of the records, whatever the records are. */
export function findCandidates(table: RecordTable, space: PairSpace): Candidates {
  const budget = Math.max(leastPairs, pairsPerRecord * table.length);
  const collector = new PairCollector(space, budget * 2);
  collector.takeEqual(equalRecords(table));
  for (const blocks of wordBlocks(table)) collector.take(blocks, budget / 4);
  const rules = rulesOf(keysOf(table), table.length, budget);
  for (const rule of rules) collector.take(blocksOf(rule, table.length), budget / 4);
  return collector.finish();
}

interface Rule {
  keys: readonly Key[];
  cost: number;
}

/** The keys, alone and by two, that find few enough by chance: the cheap ones first, until the budget is spent. A rule that a wider one holds is not needed. */
function rulesOf(keys: readonly Key[], length: number, budget: number): Rule[] {
  const pairs = (length * (length - 1)) / 2;
  const alone = keys
    .map((key): Rule => ({ keys: [key], cost: key.chance * pairs }))
    .filter(({ cost }) => cost <= budget / 2);
  const done = new Set(alone.map(({ keys: [key] }) => key));
  const open = keys.filter((key) => !done.has(key));
  const together = open.flatMap((one, at) =>
    open
      .slice(at + 1)
      .filter((other) => other.of !== one.of)
      .map((other): Rule => ({ keys: [one, other], cost: one.chance * other.chance * pairs }))
      .filter(({ cost }) => cost <= budget / 2),
  );
  let spent = 0;
  const chosen: Rule[] = [];
  for (const rule of [...alone.sort(byCost), ...together.sort(byCost)]) {
    if (chosen.length === mostRules || spent + rule.cost > budget * 2) break;
    spent += rule.cost;
    chosen.push(rule);
  }
  return chosen;
}

const byCost = (left: Rule, right: Rule): number => left.cost - right.cost;

/** Sorts the records by the keys of a rule. */
function blocksOf({ keys: [one, other] }: Rule, length: number): Blocks {
  const first = (one as Key).numbers;
  const second = other?.numbers;
  const entries = new Float64Array(length);
  const factor = 2 ** Math.ceil(Math.log2(Math.max(2, length)));
  const most = 2 ** 53 / factor;
  let count = 0;
  for (let record = 0; record < length; record++) {
    const a = first[record] as number;
    const b = second ? (second[record] as number) : 1;
    if (a === 0 || b === 0) continue;
    const number = second ? a * 0x8421 + Math.imul(b, 0x9e3779b1) : a;
    entries[count++] = (((number % most) + most) % most) * factor + record;
  }
  return groupsOf(entries.subarray(0, count), factor);
}

/** Groups of records that are equal in all that is compared. */
function equalRecords(table: RecordTable): Blocks {
  const numbers = new Uint32Array(table.length);
  for (const { part } of table.parts)
    for (let record = 0; record < numbers.length; record++)
      numbers[record] =
        Math.imul((numbers[record] as number) ^ part.idOf(record), 0x9e3779b1) ^ ((numbers[record] as number) >>> 15);
  const key: Key = { of: 'everything', numbers: numbers.map((number) => number || 1), chance: 0 };
  return blocksOf({ keys: [key], cost: 0 }, table.length);
}

/** Groups of entries `number * factor + record` with one number. Groups of one are left out. */
export function groupsOf(entries: Float64Array, factor: number): Blocks {
  entries.sort();
  const records = new Uint32Array(entries.length);
  const starts: number[] = [];
  let kept = 0;
  for (let from = 0; from < entries.length; ) {
    const number = Math.floor((entries[from] as number) / factor);
    let to = from + 1;
    while (to < entries.length && Math.floor((entries[to] as number) / factor) === number) to++;
    if (to - from > 1) {
      starts.push(kept);
      for (let at = from; at < to; at++) records[kept++] = (entries[at] as number) % factor;
    }
    from = to;
  }
  starts.push(kept);
  return { records, starts: Uint32Array.from(starts) };
}

/** Gathers pairs, each once, up to a limit. */
class PairCollector {
  readonly #space: PairSpace;
  readonly #factor: number;
  readonly #most: number;
  #pairs = new Float64Array(1 << 16);
  #length = 0;

  constructor(space: PairSpace, most: number) {
    this.#space = space;
    this.#factor = 2 ** Math.ceil(Math.log2(Math.max(2, space.records)));
    this.#most = most;
  }

  /** Adds the pairs of each block, the small blocks first, `most` at most. */
  take({ records, starts }: Blocks, most: number): void {
    const sizes = new Map<number, number>();
    for (let at = 0; at + 1 < starts.length; at++) {
      const size = (starts[at + 1] as number) - (starts[at] as number);
      sizes.set(size, (sizes.get(size) ?? 0) + 1);
    }
    let limit = 0;
    let room = Math.min(most, this.#most - this.#length);
    for (const size of [...sizes.keys()].sort((left, right) => left - right)) {
      room -= (sizes.get(size) as number) * ((size * (size - 1)) / 2);
      if (room < 0 || size > largestBlock) break;
      limit = size;
    }
    for (let at = 0; at + 1 < starts.length; at++) {
      const [from, to] = [starts[at] as number, starts[at + 1] as number];
      if (to - from <= limit) this.#pairUp(records, from, to);
    }
  }

  /** Of records that are equal in everything each is paired with the next one: that is enough to join them, however many they are. */
  takeEqual({ records, starts }: Blocks): void {
    for (let at = 0; at + 1 < starts.length; at++) {
      const [from, to] = [starts[at] as number, starts[at + 1] as number];
      if (to - from <= fewEqual) this.#pairUp(records, from, to);
      else for (let i = from; i + 1 < to; i++) this.#add(records[i] as number, records[i + 1] as number);
    }
  }

  #pairUp(records: Uint32Array, from: number, to: number): void {
    for (let i = from; i < to; i++)
      for (let j = i + 1; j < to; j++) this.#add(records[i] as number, records[j] as number);
  }

  #add(left: number, right: number): void {
    if (!isPair(this.#space, left, right)) return;
    if (this.#length === this.#pairs.length) this.#grow();
    this.#pairs[this.#length++] = left * this.#factor + right;
  }

  /** Full: what is there twice goes first. */
  #grow(): void {
    this.#sortUnique();
    if (this.#length * 2 < this.#pairs.length) return;
    const larger = new Float64Array(this.#pairs.length * 2);
    larger.set(this.#pairs.subarray(0, this.#length));
    this.#pairs = larger;
  }

  #sortUnique(): void {
    const sorted = this.#pairs.subarray(0, this.#length).sort();
    let kept = 0;
    for (let at = 0; at < sorted.length; at++)
      if (at === 0 || sorted[at] !== sorted[kept - 1]) sorted[kept++] = sorted[at] as number;
    this.#length = kept;
  }

  finish(): Candidates {
    this.#sortUnique();
    const pairs = this.#pairs.slice(0, this.#length);
    const factor = this.#factor;
    return {
      length: pairs.length,
      left: (at) => Math.floor((pairs[at] as number) / factor),
      right: (at) => (pairs[at] as number) % factor,
      has: (left, right) => includes(pairs, Math.min(left, right) * factor + Math.max(left, right)),
    };
  }
}

function includes(sorted: Float64Array, wanted: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === wanted;
}
