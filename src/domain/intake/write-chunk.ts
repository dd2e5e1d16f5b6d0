import { companyKey } from '#domain/matching';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { createRecords, currentValues, sameValue, updateRecords } from '#platform/records';
import { type ChangedDraft, type ChunkPlan, type Fate, mergeValues, type NewDraft } from './rules/plan-chunk.ts';
import type { Changed } from './rules/tally-chunk.ts';
import { insertLeftovers, type Leftover } from './store/import-leftovers.ts';
import { type ImportLink, insertLinks } from './store/import-links.ts';
import type { ImportRow } from './store/imports.ts';
import type { Run, Target } from './targets/contract.ts';

/** Names of the fields of a target whose values add up. */
export function unionFields(target: Target): ReadonlySet<string> {
  const union = [...target.object.fields.values()].filter((field) => field.merge === 'union');
  return new Set(union.map((field) => field.name));
}

/** Completes the changes of a chunk by what is stored, and answers those that change anything. A dry run remembers them for later rows. */
export async function settleChanges(
  context: Context,
  target: Target,
  run: Run,
  one: ImportRow,
  changes: readonly ChangedDraft[],
): Promise<Changed> {
  const ids = changes.map((change) => change.id);
  const stored = await currentValues(context, target.object, ids);
  const union = unionFields(target);
  const changed = new Map<ChangedDraft, Values>();
  for (const change of changes) {
    const now = stored.get(change.id);
    if (!now) continue;
    const before = { ...now, ...run.written.get(change.id) };
    change.values = completed(change, before, one, target, run, union);
    const names = Object.keys(change.values).filter((name) => !sameValue(before[name], change.values[name]));
    if (names.length === 0) continue;
    changed.set(change, Object.fromEntries(names.map((name) => [name, before[name] ?? null])));
    if (run.dryRun) run.written.set(change.id, { ...run.written.get(change.id), ...change.values });
  }
  return changed;
}

function completed(
  { values, extra }: ChangedDraft,
  before: Values,
  one: ImportRow,
  target: Target,
  run: Run,
  union: ReadonlySet<string>,
): Values {
  const given = tagged(values, one.settings.tags);
  const added = Object.fromEntries(Object.entries(before).filter(([name]) => union.has(name) && name in given));
  mergeValues(added, given, union);
  return { ...given, ...added, ...target.follows(values, before, one.createdAt, run, extra) };
}

function tagged(values: Values, tags: readonly string[] = []): Values {
  if (tags.length === 0) return values;
  return { ...values, tags: [...new Set([...((values.tags as string[] | undefined) ?? []), ...tags])] };
}

/** The values of a new record: those of its row, and what the import gives to all. */
export function newValues(
  { values, extra }: Pick<NewDraft, 'values' | 'extra'>,
  one: ImportRow,
  target: Target,
  run: Run,
): Values {
  return {
    source: `import:${one.fileName}`.slice(0, 100),
    ...(one.settings.ownerId ? { ownerId: one.settings.ownerId } : {}),
    ...target.follows(values, undefined, one.createdAt, run, extra),
    ...tagged(values, one.settings.tags),
  };
}

/** Writes the records of a chunk, and what is kept beside them until the end. */
export async function writeChunk(
  context: Context,
  target: Target,
  run: Run,
  one: ImportRow,
  plan: ChunkPlan,
  changed: Changed,
): Promise<void> {
  const sets = plan.creates.map((draft) => newValues(draft, one, target, run));
  const columns = plan.creates.map(({ unmapped }) => ({
    import_id: one.id,
    ...(Object.keys(unmapped).length > 0 ? { unmapped } : {}),
  }));
  const extras = plan.creates.map((draft) => draft.extra);
  const made = await createRecords(context, target.object, sets, { extras, columns });
  await target.writeBeside?.(
    context,
    made.map(({ id, after, extra }) => ({ id, values: after, extra })),
  );
  const ids = new Map(plan.creates.map((draft, index) => [draft, made[index]?.id ?? '']));
  insertLinks(context.tx, one.id, target.laterReference ? laterLinks(target.laterReference, plan, ids) : []);
  insertLeftovers(context.tx, one.id, leftoversOf(plan));
  const updates = [...changed.keys()].map((change) => ({ id: change.id, set: change.values, extra: change.extra }));
  await updateRecords(context, target.object, updates, { skipMissing: true });
}

/** The names of records that may come later in the file, row by row. */
function laterLinks(field: string, plan: ChunkPlan, made: ReadonlyMap<NewDraft, string>): ImportLink[] {
  return plan.fates.flatMap((fate) => {
    const { references, number: rowNumber, cells } = fate.row;
    const name = references[field];
    const record = recordOf(fate);
    const nameKey = name === undefined ? '' : companyKey(name);
    if (name === undefined || nameKey === '' || !record) return [];
    const recordId = 'id' in record ? record.id : (made.get(record) ?? '');
    return [{ recordId, rowNumber, nameKey, name, cells }];
  });
}

/** What a row went into. */
function recordOf(fate: Fate): NewDraft | ChangedDraft | undefined {
  if (fate.kind === 'create') return fate.draft;
  if (fate.kind === 'update') return fate.change;
  return fate.kind === 'merge' ? fate.into : undefined;
}

/** Cells that no field takes, of rows that went into a record that was there: a new record keeps its own. */
function leftoversOf(plan: ChunkPlan): Leftover[] {
  return plan.fates.flatMap((fate) => {
    const record = recordOf(fate);
    const { number: rowNumber, unmapped } = fate.row;
    if (!record || !('id' in record) || Object.keys(unmapped).length === 0) return [];
    return [{ rowNumber, recordId: record.id, unmapped }];
  });
}
