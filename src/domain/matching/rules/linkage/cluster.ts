/** A pair that is more likely one than two, with the logarithm of its odds. */
export interface Edge {
  left: number;
  right: number;
  score: number;
}

export interface ClusterRules {
  /** The logarithm of the odds of any two records. */
  scoreOf(left: number, right: number): number;
  /** Whether two groups may become one, whatever they score. */
  mayJoin(ours: readonly number[], theirs: readonly number[]): boolean;
}

/** One pair counts this much at most, for or against, so that a single one decides nothing alone. */
const mostFor = 7;
const mostAgainst = -7;
/** Of two large groups only so many pairs are looked at. */
const mostCompared = 64;

/**
 * Joins records into groups, the surest pairs first. Two groups become one only if their members fit one another on average: a chain of
 * likenesses, each from one neighbour to the next, does not make one group of two strangers.
 */
export function clusterEdges(edges: readonly Edge[], rules: ClusterRules): number[][] {
  const groups = new Map<number, number[]>();
  const groupOf = (record: number): number[] => groups.get(record) ?? [record];
  for (const { left, right } of edges.toSorted(byScore)) {
    const [ours, theirs] = [groupOf(left), groupOf(right)];
    if (ours === theirs || (ours.length === 1 && ours[0] === right)) continue;
    if (!rules.mayJoin(ours, theirs) || meanScore(ours, theirs, rules.scoreOf) <= 0) continue;
    const [large, small] = ours.length >= theirs.length ? [ours, theirs] : [theirs, ours];
    large.push(...small);
    for (const record of large.length === 2 ? large : small) groups.set(record, large);
    groups.set(large[0] as number, large);
  }
  const seen = new Set<number[]>(groups.values());
  return [...seen].map((group) => group.sort((a, b) => a - b));
}

const byScore = (one: Edge, other: Edge): number =>
  other.score - one.score || one.left - other.left || one.right - other.right;

function meanScore(
  ours: readonly number[],
  theirs: readonly number[],
  scoreOf: (left: number, right: number) => number,
): number {
  const pairs = ours.length * theirs.length;
  const step = Math.max(1, pairs / mostCompared);
  let [sum, looked] = [0, 0];
  for (let at = 0; at < pairs; at += step) {
    const pair = Math.floor(at);
    const left = ours[Math.floor(pair / theirs.length)] as number;
    const right = theirs[pair % theirs.length] as number;
    sum += Math.max(mostAgainst, Math.min(mostFor, scoreOf(left, right)));
    looked++;
  }
  return sum / looked;
}
