/** Numbers that look random and are the same for the same seed: a failed run can be repeated. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to and without 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 up to and without `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** Another one with numbers of its own. */
  fork(): Random {
    return new Random(this.below(2 ** 31));
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

/** The seed of `KITH_SEED`, or one of the clock; it is printed, so that the run can be repeated. */
export function seedOf(name: string): number {
  const seed = Number(process.env.KITH_SEED ?? Date.now() % 1_000_000);
  console.info(`${name}: KITH_SEED=${seed}`);
  return seed;
}
