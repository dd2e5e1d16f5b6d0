/** A stream of chances that is the same on every machine for the same seed. */
export type Random = {
  /** 0 ≤ x < 1 */
  next: () => number;
  /** A whole number, 0 ≤ x < `below`. */
  below: (below: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  pickWeighted: <T>(list: Weighted<T>) => T;
};

/** Things and the running sum of their weights. */
export type Weighted<T> = { things: readonly T[]; sums: Float64Array };

export function weighted<T>(things: readonly T[], weightOf: (thing: T) => number): Weighted<T> {
  const sums = new Float64Array(things.length);
  let sum = 0;
  for (const [index, thing] of things.entries()) {
    sum += weightOf(thing);
    sums[index] = sum;
  }
  return { things, sums };
}

/** @param purpose keeps the streams of one seed apart, so that more contacts do not change the accounts */
export function random(seed: number, purpose: string): Random {
  const next = sfc32(seed, purpose);
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (list) => at(list, below(list.length)),
    pickWeighted: ({ things, sums }) => at(things, firstAbove(sums, next() * (sums.at(-1) ?? 0))),
  };
}

function at<T>(list: readonly T[], index: number): T {
  if (list.length === 0) throw new RangeError('There is nothing to pick from.');
  return list[Math.min(index, list.length - 1)] as T;
}

function firstAbove(sums: Float64Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Chris Doty-Humphrey's small fast counting generator (public domain), seeded from the number and an FNV-1a of the text. */
function sfc32(seed: number, purpose: string): () => number {
  let hash = 0x811c9dc5;
  for (const letter of purpose) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  let [a, b, c, counter] = [seed | 0, Math.floor(seed / 0x1_0000_0000) | 0, hash | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let warmUp = 0; warmUp < 15; warmUp += 1) next();
  return next;
}
