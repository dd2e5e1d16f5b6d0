import type { Matching } from './match-records.ts';
import { probabilityOf } from './model.ts';

/** Two records that are one. */
export interface MatchedPair {
  left: number;
  right: number;
  /** 0.5 to 1. */
  probability: number;
  reasons: MatchReason[];
}

export interface MatchReason {
  field: string;
  /** How alike the two are in it: `equal`, `alike`, `different` and such. */
  level: string;
  /** What it adds to the odds, in bits: one more doubles them, one less halves them. */
  bits: number;
}

/** In larger groups each record is paired with the first one only: a hundred thousand copies of one record have five billion pairs. */
const largestWholeGroup = 1_000;
/** In larger groups what members say of each other through others is not worked out. */
const largestClosed = 40;
const leastInGroup = 0.5;

/** All pairs within the groups, with their reasons. `split` leaves pairs within one file out. */
export function* pairsOf(matching: Matching, split?: number): Generator<MatchedPair> {
  for (const group of matching.clusters) {
    const probabilities = probabilitiesIn(group, matching);
    const rows = group.length > largestWholeGroup ? 1 : group.length;
    for (let i = 0; i < rows; i++) {
      for (let j = i + 1; j < group.length; j++) {
        const [left, right] = [group[i] as number, group[j] as number];
        if (split !== undefined && left < split === right < split) continue;
        yield { left, right, probability: probabilities(i, j), reasons: reasonsOf(matching, left, right) };
      }
    }
  }
}

/**
 * How likely two members of a group are one: by what they say themselves, or by a third who is both. They have been put together, so it is
 * never below one half.
 */
function probabilitiesIn(group: readonly number[], { scoreOf }: Matching): (i: number, j: number) => number {
  const direct = (i: number, j: number) => probabilityOf(scoreOf(group[i] as number, group[j] as number));
  if (group.length === 2 || group.length > largestClosed) return (i, j) => Math.max(leastInGroup, direct(i, j));
  const size = group.length;
  const table = Float64Array.from({ length: size * size }, (_, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    return i === j ? 1 : direct(Math.min(i, j), Math.max(i, j));
  });
  for (let through = 0; through < size; through++) {
    for (let at = 0; at < table.length; at++) {
      const way =
        (table[Math.floor(at / size) * size + through] as number) * (table[through * size + (at % size)] as number);
      if (way > (table[at] as number)) table[at] = way;
    }
  }
  return (i, j) => Math.max(leastInGroup, table[i * size + j] as number);
}

/** Which field added how much to the odds of a pair, the weightiest first. What one of the two does not have is left out. */
function reasonsOf({ model, scoreOf }: Matching, left: number, right: number): MatchReason[] {
  const added = new Float64Array(model.fields.length);
  scoreOf(left, right, added);
  return model.fields
    .flatMap(({ field }, at): MatchReason[] => {
      const level = field.compare(left, right);
      if (level === 0) return [];
      return [{ field: field.name, level: field.levels[level - 1] as string, bits: (added[at] as number) / Math.LN2 }];
    })
    .sort((one, other) => Math.abs(other.bits) - Math.abs(one.bits));
}
