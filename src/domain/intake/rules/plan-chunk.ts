import type { Values } from '#platform/changes';
import type { KnownRecord, ReadRow } from '../targets/contract.ts';

/** What is to become of a row. */
export type Fate =
  | { kind: 'rejected'; row: ReadRow; reason: string }
  | { kind: 'skipped'; row: ReadRow }
  | { kind: 'create'; row: ReadRow; draft: NewDraft }
  | { kind: 'merge'; row: ReadRow; into: NewDraft | ChangedDraft | undefined }
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
  /** Where the keys of the rows lead from now on; null is a record that is made here. */
  claims: Map<string, KnownRecord | null>;
}

export interface PlanInput {
  rows: readonly ReadRow[];
  keys: ReadonlyMap<ReadRow, readonly string[]>;
  known: ReadonlyMap<string, KnownRecord>;
  /** Claims of earlier chunks, where nothing was written that could be found (a dry run). */
  seen: ReadonlyMap<string, KnownRecord | null>;
  mode: 'createAndUpdate' | 'createOnly' | 'updateOnly';
  /** Names of the fields whose values add up instead of replacing one another. */
  union: ReadonlySet<string>;
  extraOf: (row: ReadRow) => unknown;
  mergeExtra: (first: unknown, second: unknown) => unknown;
}

/** Where a key leads: to a record that is made in this chunk, one that is there, or (null) one that an earlier chunk of a dry run would have made. */
type Owner = NewDraft | KnownRecord | null;

/** Decides for each row of a chunk, in order: new, one with an earlier row of the file, a change to a record that was there, nothing, or rejected. */
export function planChunk(input: PlanInput): ChunkPlan {
  const planner = new Planner(input);
  for (const row of input.rows) planner.take(row);
  return planner.plan;
}

class Planner {
  readonly plan: ChunkPlan = { fates: [], creates: [], changes: [], claims: new Map() };
  private readonly owners = new Map<string, Owner>();
  private readonly changes = new Map<string, ChangedDraft>();
  private readonly input: PlanInput;

  constructor(input: PlanInput) {
    this.input = input;
  }

  take(row: ReadRow): void {
    this.plan.fates.push(this.fateOf(row));
  }

  private fateOf(row: ReadRow): Fate {
    const { mode } = this.input;
    if (row.rejected !== undefined) return { kind: 'rejected', row, reason: row.rejected };
    const keys = this.input.keys.get(row) ?? [];
    const owner = this.ownerOf(keys);
    if (owner === undefined) return mode === 'updateOnly' ? { kind: 'skipped', row } : this.create(row, keys);
    if (owner === null) {
      this.claim(keys, owner);
      return { kind: 'merge', row, into: undefined };
    }
    if ('row' in owner) {
      mergeValues(owner.values, row.values, this.input.union);
      owner.unmapped = { ...owner.unmapped, ...row.unmapped };
      owner.extra = this.input.mergeExtra(owner.extra, this.input.extraOf(row));
      this.claim(keys, owner);
      return { kind: 'merge', row, into: owner };
    }
    if (!owner.ofThisImport && mode === 'createOnly') return { kind: 'skipped', row };
    this.claim(keys, owner);
    const change = this.change(owner.id, row);
    return owner.ofThisImport ? { kind: 'merge', row, into: change } : { kind: 'update', row, change };
  }

  private ownerOf(keys: readonly string[]): Owner | undefined {
    for (const key of keys) {
      const owner = this.owners.get(key) ?? this.input.known.get(key) ?? this.input.seen.get(key);
      if (owner !== undefined || this.owners.has(key)) return owner ?? null;
    }
    return undefined;
  }

  /** The first record that a key led to keeps it. */
  private claim(keys: readonly string[], owner: Owner): void {
    for (const key of keys) {
      if (this.owners.has(key) || this.input.known.has(key) || this.input.seen.has(key)) continue;
      this.owners.set(key, owner);
      this.plan.claims.set(key, owner !== null && 'row' in owner ? null : owner);
    }
  }

  private create(row: ReadRow, keys: readonly string[]): Fate {
    const draft: NewDraft = {
      values: { ...row.values },
      extra: this.input.extraOf(row),
      unmapped: row.unmapped,
      row,
    };
    this.claim(keys, draft);
    this.plan.creates.push(draft);
    return { kind: 'create', row, draft };
  }

  private change(id: string, row: ReadRow): ChangedDraft {
    const known = this.changes.get(id);
    if (known) {
      mergeValues(known.values, row.values, this.input.union);
      known.extra = this.input.mergeExtra(known.extra, this.input.extraOf(row));
      known.row = row;
      return known;
    }
    const change = { id, values: { ...row.values }, extra: this.input.extraOf(row), row };
    this.changes.set(id, change);
    this.plan.changes.push(change);
    return change;
  }
}

/** Lays values over others; lists of union fields add up. */
export function mergeValues(into: Values, from: Values, union: ReadonlySet<string>): void {
  for (const name in from) {
    const [old, more] = [into[name], from[name]];
    into[name] = union.has(name) && Array.isArray(old) && Array.isArray(more) ? [...new Set([...old, ...more])] : more;
  }
}
