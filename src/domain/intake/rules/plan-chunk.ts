import type { Values } from '#platform/changes';
import type { KnownRecord, ReadRow } from '../targets/contract.ts';

/** What is to become of a row. */
export type Fate =
  | { kind: 'rejected'; row: ReadRow; reason: string }
  | { kind: 'skipped'; row: ReadRow }
  | { kind: 'create'; row: ReadRow; draft: NewDraft }
  | { kind: 'merge'; row: ReadRow; into: NewDraft | ChangedDraft }
  | { kind: 'update'; row: ReadRow; change: ChangedDraft };

/** A record that rows of this chunk make. */
export interface NewDraft {
  values: Values;
  extra: unknown;
  unmapped: Record<string, string>;
  /** The row that it began with. */
  row: ReadRow;
}

/** A record that was there, with what rows of this chunk set on it. */
export interface ChangedDraft {
  id: string;
  values: Values;
  extra: unknown;
  /** The last row that changes it. */
  row: ReadRow;
}

export interface ChunkPlan {
  fates: Fate[];
  creates: NewDraft[];
  changes: ChangedDraft[];
}

export interface PlanInput {
  rows: readonly ReadRow[];
  keys: ReadonlyMap<ReadRow, readonly string[]>;
  known: ReadonlyMap<string, KnownRecord>;
  /** Keys that earlier chunks of a dry run would have brought in. */
  seen: ReadonlySet<string>;
  mode: 'createAndUpdate' | 'createOnly' | 'updateOnly';
  extraOf: (row: ReadRow) => unknown;
  mergeExtra: (first: unknown, second: unknown) => unknown;
}

/** Decides for each row of a chunk, in order: new, one with an earlier row of the file, a change to a record that was there, nothing, or rejected. */
export function planChunk(input: PlanInput): ChunkPlan {
  const plan: ChunkPlan = { fates: [], creates: [], changes: [] };
  const drafts = new Map<string, NewDraft>();
  const changes = new Map<string, ChangedDraft>();
  const keysOf = (row: ReadRow) => input.keys.get(row) ?? [];

  const changeOf = (id: string, row: ReadRow): ChangedDraft => {
    const known = changes.get(id);
    if (known) {
      Object.assign(known.values, row.values);
      known.extra = input.mergeExtra(known.extra, input.extraOf(row));
      known.row = row;
      return known;
    }
    const change = { id, values: { ...row.values }, extra: input.extraOf(row), row };
    changes.set(id, change);
    plan.changes.push(change);
    return change;
  };

  for (const row of input.rows) {
    if (row.rejected !== undefined) {
      plan.fates.push({ kind: 'rejected', row, reason: row.rejected });
      continue;
    }
    const keys = keysOf(row);
    const draft = keys.map((key) => drafts.get(key)).find(Boolean);
    if (draft) {
      Object.assign(draft.values, row.values);
      draft.unmapped = { ...draft.unmapped, ...row.unmapped };
      draft.extra = input.mergeExtra(draft.extra, input.extraOf(row));
      for (const key of keys) drafts.set(key, draft);
      plan.fates.push({ kind: 'merge', row, into: draft });
      continue;
    }
    const known = keys.map((key) => input.known.get(key)).find(Boolean);
    if (known?.ofThisImport) plan.fates.push({ kind: 'merge', row, into: changeOf(known.id, row) });
    else if (known)
      plan.fates.push(
        input.mode === 'createOnly'
          ? { kind: 'skipped', row }
          : { kind: 'update', row, change: changeOf(known.id, row) },
      );
    else if (keys.some((key) => input.seen.has(key)))
      plan.fates.push({ kind: 'merge', row, into: { values: row.values, extra: undefined, unmapped: {}, row } });
    else if (input.mode === 'updateOnly') plan.fates.push({ kind: 'skipped', row });
    else {
      const made: NewDraft = { values: { ...row.values }, extra: input.extraOf(row), unmapped: row.unmapped, row };
      for (const key of keys) drafts.set(key, made);
      plan.creates.push(made);
      plan.fates.push({ kind: 'create', row, draft: made });
    }
  }
  return plan;
}
