/** How well groups fit the truth, each 0 to 1. */
export interface Accuracy {
  /** How many of the pairs that were put together belong together. */
  precision: number;
  /** How many of the pairs that belong together were put together. */
  recall: number;
  f1: number;
  /** The mean over all records of the same for the group of each: large groups do not outweigh the others. */
  bCubed: number;
}

/**
 * Compares groups with the truth, given as one name of its group a record (empty: it is alone). Counts all pairs of one file, or those that reach
 * from the records before `split` to those from it on.
 */
export function accuracyOf(
  clusters: readonly (readonly number[])[],
  truth: readonly string[],
  split?: number,
): Accuracy {
  const found = new Int32Array(truth.length).fill(-1);
  for (const [index, cluster] of clusters.entries()) for (const record of cluster) found[record] = index;
  const cells = new Map<string, Sides>();
  const [byFound, byTruth] = [new Map<string, Sides>(), new Map<string, Sides>()];
  for (const [record, name] of truth.entries()) {
    const side = split !== undefined && record >= split ? 1 : 0;
    const ours = found[record] === -1 ? `alone ${record}` : String(found[record]);
    const real = name === '' ? `alone ${record}` : `of ${name}`;
    count(byFound, ours, side);
    count(byTruth, real, side);
    count(cells, `${ours}/${real}`, side);
  }
  const pairs = (counts: Map<string, Sides>) => sum(counts.values(), (one) => pairsAmong(one, split !== undefined));
  const [right, together, belonging] = [pairs(cells), pairs(byFound), pairs(byTruth)];
  const precision = together === 0 ? 1 : right / together;
  const recall = belonging === 0 ? 1 : right / belonging;
  const cubed = (whole: Map<string, Sides>, place: 0 | 1) =>
    sum(cells, ([key, cell]) => {
      const slash = key.indexOf('/');
      const name = place === 0 ? key.slice(0, slash) : key.slice(slash + 1);
      return all(cell) ** 2 / all(whole.get(name) as Sides);
    }) / Math.max(1, truth.length);
  return { precision, recall, f1: harmonic(precision, recall), bCubed: harmonic(cubed(byFound, 0), cubed(byTruth, 1)) };
}

type Sides = [first: number, second: number];

const all = ([first, second]: Sides): number => first + second;

function count(counts: Map<string, Sides>, key: string, side: 0 | 1): void {
  const sides = counts.get(key) ?? [0, 0];
  sides[side]++;
  counts.set(key, sides);
}

function pairsAmong(sides: Sides, across: boolean): number {
  const [first, second] = sides;
  return across ? first * second : (first * (first - 1)) / 2;
}

function sum<T>(values: Iterable<T>, of: (value: T) => number): number {
  let total = 0;
  for (const value of values) total += of(value);
  return total;
}

function harmonic(one: number, other: number): number {
  return one + other === 0 ? 0 : (2 * one * other) / (one + other);
}
