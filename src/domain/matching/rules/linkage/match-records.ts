import { type Candidates, findCandidates } from '../blocking/candidates.ts';
import { type PairSpace, pairSpace } from '../blocking/pair-space.ts';
import { clusterEdges, type Edge } from './cluster.ts';
import { estimateModel } from './estimate.ts';
import { type Model, scoreLevels, scorePair } from './model.ts';
import { type Observed, observePatterns } from './patterns.ts';
import { quickScorer } from './quick-score.ts';
import type { RecordTable } from './record-table.ts';

/** What was found out about a table. */
export interface Matching {
  model: Model;
  /** Groups of records that are one: their numbers, ascending. Records that are alone are in none. */
  clusters: readonly (readonly number[])[];
  /** How many pairs were looked at. */
  compared: number;
  /** The logarithm of the odds that two records are one, by what they say themselves; what each field adds is written into `into`. */
  scoreOf(left: number, right: number, into?: Float64Array): number;
}

/** Two records of one file may stand in one group with one of the other file if they are this surely one themselves. */
const sureWithinFile = 4;

/**
 * Finds out which records of a closed table are the same, without labels. `split` is the number of the first record of a second
 * file, where records of one are to be linked with those of the other.
 */
export function matchRecords(table: RecordTable, split?: number): Matching {
  const space = pairSpace(table.length, split);
  const fields = table.fields();
  const candidates = findCandidates(table, space);
  const observed = observePatterns(fields, candidates, space);
  const model = estimateModel(fields, observed, space);
  const levels = new Uint8Array(fields.length);
  const scoreOf = (left: number, right: number, into?: Float64Array) => scorePair(model, left, right, levels, into);
  const clusters = clusterEdges(edgesOf(candidates, observed, model), {
    scoreOf,
    mayJoin: (ours, theirs) => fitWithinFiles(space, ours, theirs, scoreOf),
  });
  return { model, clusters, compared: candidates.length, scoreOf };
}

/** The candidates that are more likely one than two. */
function edgesOf(candidates: Candidates, observed: Observed, model: Model): Edge[] {
  const quickScore = quickScorer(model);
  const edges: Edge[] = [];
  for (let at = 0; at < candidates.length; at++) {
    const [left, right] = [candidates.left(at), candidates.right(at)];
    const pattern = observed.ofCandidates?.[at];
    const score =
      pattern === undefined
        ? quickScore(left, right)
        : scoreLevels(model, observed.levels, pattern * model.fields.length, left);
    if (score > 0) edges.push({ left, right, score });
  }
  return edges;
}

/** A file that is linked with another holds most things once: a second record of it joins only what it surely is. */
function fitWithinFiles(
  { split }: PairSpace,
  ours: readonly number[],
  theirs: readonly number[],
  scoreOf: (left: number, right: number) => number,
): boolean {
  if (split === undefined) return true;
  return ours.every((left) =>
    theirs.every((right) => left < split !== right < split || scoreOf(left, right) >= sureWithinFile),
  );
}
