import type { Values } from '#platform/changes';
import type { UnreadableRow } from '../adapters/contract.ts';
import type { ToldRow } from '../store/import-rows.ts';
import type { Sample, Tally } from '../store/imports.ts';
import type { ReadRow } from '../targets/contract.ts';
import type { ChangedDraft, ChunkPlan, Fate } from './plan-chunk.ts';

/** What was there before, of the changes that change anything. */
export type Changed = ReadonlyMap<ChangedDraft, Values>;

/** How many rows of a chunk became what. */
export function tallyOf(plan: ChunkPlan, changed: Changed, unreadable: number, accountsCreated: number): Tally {
  const tally: Tally = {
    rows: plan.fates.length + unreadable,
    created: 0,
    updated: 0,
    merged: 0,
    skipped: 0,
    rejected: unreadable,
    marked: 0,
    accountsCreated,
  };
  for (const fate of plan.fates) {
    if (fate.row.issues.length > 0 && fate.kind !== 'rejected') tally.marked += 1;
    if (fate.kind === 'create') tally.created += 1;
    else if (fate.kind === 'merge') tally.merged += 1;
    else if (fate.kind === 'rejected') tally.rejected += 1;
    else if (fate.kind === 'update' && changed.has(fate.change)) tally.updated += 1;
    else tally.skipped += 1;
  }
  return tally;
}

const samplesOfAKind = 5;
const longestShown = 200;

/** A few examples of what happens to rows; `valuesOf` gives what a new record holds. */
export function samplesOf(
  samples: readonly Sample[],
  plan: ChunkPlan,
  changed: Changed,
  valuesOf: (row: ReadRow) => Values,
): Sample[] {
  const counts = new Map<Sample['outcome'], number>();
  for (const { outcome } of samples) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const taken = [...samples];
  for (const fate of plan.fates) {
    const outcome = outcomeOf(fate);
    const count = counts.get(outcome) ?? 0;
    if (count >= samplesOfAKind) continue;
    const sample = sampleOf(fate, changed, valuesOf);
    if (!sample) continue;
    counts.set(outcome, count + 1);
    taken.push(sample);
  }
  return taken;
}

function outcomeOf(fate: Fate): Sample['outcome'] {
  if (fate.kind === 'create') return 'created';
  if (fate.kind === 'merge') return 'merged';
  return fate.kind === 'rejected' ? 'rejected' : 'updated';
}

function sampleOf(fate: Fate, changed: Changed, valuesOf: (row: ReadRow) => Values): Sample | undefined {
  const row = fate.row.number;
  if (fate.kind === 'create') return { outcome: 'created', row, values: shown(valuesOf(fate.row)) };
  if (fate.kind === 'merge') return { outcome: 'merged', row, values: shown(fate.row.values) };
  if (fate.kind === 'rejected') return { outcome: 'rejected', row, values: {}, reason: fate.reason };
  const before = fate.kind === 'update' ? changed.get(fate.change) : undefined;
  return before && { outcome: 'updated', row, values: shown(fate.row.values), before: shown(before) };
}

function shown(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && value.length > longestShown ? `${value.slice(0, longestShown)}…` : value,
    ]),
  );
}

/** The rows of a chunk that people are to be told of: those that were rejected, and those with cells that could not be used. */
export function toldRows(unreadable: readonly UnreadableRow[], rows: readonly ReadRow[]): ToldRow[] {
  const told: ToldRow[] = unreadable.map((one) => ({
    rowNumber: one.row,
    outcome: 'rejected',
    reason: one.reason,
    cells: [],
    raw: one.text,
  }));
  for (const row of rows) {
    const { number: rowNumber, cells } = row;
    if (row.rejected !== undefined) told.push({ rowNumber, outcome: 'rejected', reason: row.rejected, cells });
    else if (row.issues.length > 0) {
      const reason = row.issues.map((issue) => `${issue.column}: ${issue.reason}`).join(' ');
      told.push({ rowNumber, outcome: 'marked', reason, cells });
    }
  }
  return told;
}
