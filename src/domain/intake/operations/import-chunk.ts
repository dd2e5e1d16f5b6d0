import { z } from 'zod';
import { companyKey } from '#domain/matching';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { publicId } from '#platform/ids';
import { defineOperation, missing } from '#platform/operations';
import { createRecords, currentValues, sameValue, updateRecords } from '#platform/records';
import type { ResumeToken, RowBatch } from '../adapters/contract.ts';
import { type ChangedDraft, type ChunkPlan, type Fate, planChunk } from '../rules/plan-chunk.ts';
import { progressOf } from '../rules/present-import.ts';
import { type ImportLink, insertLinks } from '../store/import-links.ts';
import { insertToldRows, type ToldRow } from '../store/import-rows.ts';
import { advanceImport, type ImportRow, lockImport, type Sample, type Tally } from '../store/imports.ts';
import type { ReadRow, Run, Target } from '../targets/contract.ts';
import { linkOwners } from '../targets/owners.ts';

export interface Chunk {
  importId: string;
  target: Target;
  run: Run;
  /** Where the batch began: another runner may have taken it meanwhile. */
  from: ResumeToken;
  batch: RowBatch;
  rows: readonly ReadRow[];
}

/** Brings in one chunk of rows: what becomes of each, the records, the tally and the place in the file, in one transaction. */
export const importChunk = defineOperation({
  name: 'imports.chunk',
  summary: 'Brings the next chunk of rows of an import into the workspace.',
  kind: 'write',
  permission: 'imports:write',
  input: z.custom<Chunk>(),
  async run(context, chunk) {
    const startedMs = performance.now();
    const one = await lockImport(context.tx, chunk.importId);
    if (!one) throw missing('import', chunk.importId);
    if (one.status !== 'running' || one.position.byte !== chunk.from.byte) return { goOn: false };
    const { target, run, rows } = chunk;
    if (!run.dryRun) target.lock(context);
    await linkOwners(context, rows);
    const accountsCreated = await target.link(context, rows, run);
    const keys = new Map(rows.map((row) => [row, row.rejected === undefined ? target.keysOf(row, run.matchKey) : []]));
    const known = await target.findKnown(context, [...new Set([...keys.values()].flat())], run);
    const plan = planChunk({
      rows,
      keys,
      known,
      seen: run.seen,
      mode: one.settings.mode,
      extraOf: target.extraOf,
      mergeExtra: target.mergeExtra,
    });
    if (run.dryRun)
      for (const row of rows) for (const key of keys.get(row) ?? []) if (!known.has(key)) run.seen.add(key);
    const changed = run.dryRun
      ? await wouldChange(context, target, plan.changes)
      : await write(context, target, run, one, plan);
    const tally = tallyOf(chunk.batch, plan, changed, accountsCreated);
    const samples = samplesOf(one.samples, plan, changed, target);
    insertToldRows(context.tx, one.id, toldRows(chunk.batch, rows));
    advanceImport(context.tx, one.id, tally, chunk.batch.next, samples, performance.now() - startedMs);
    const after = { ...one, position: chunk.batch.next };
    context.emit({
      type: 'intake.import.progressed',
      data: { importId: publicId('im', one.id), rows: one.rows + tally.rows, progress: progressOf(after) },
    });
    return { goOn: true };
  },
});

/** What was there before, of the changes that change anything. */
type Changed = ReadonlyMap<ChangedDraft, Values>;

async function wouldChange(context: Context, target: Target, changes: readonly ChangedDraft[]): Promise<Changed> {
  const stored = await currentValues(
    context,
    target.object,
    changes.map((change) => change.id),
  );
  const changed = new Map<ChangedDraft, Values>();
  for (const change of changes) {
    const before = stored.get(change.id);
    const names = Object.keys(change.values).filter((name) => !sameValue(before?.[name], change.values[name]));
    if (before && names.length > 0)
      changed.set(change, Object.fromEntries(names.map((name) => [name, before[name] ?? null])));
  }
  return changed;
}

async function write(context: Context, target: Target, run: Run, one: ImportRow, plan: ChunkPlan): Promise<Changed> {
  const given: Values = {
    source: `import:${one.fileName}`.slice(0, 100),
    ...(one.settings.ownerId ? { ownerId: one.settings.ownerId } : {}),
  };
  const tags = one.settings.tags ?? [];
  const sets = plan.creates.map((draft) => ({
    ...given,
    ...target.initialValues(draft.values),
    ...draft.values,
    ...(tags.length > 0
      ? { tags: [...new Set([...((draft.values.tags as string[] | undefined) ?? []), ...tags])] }
      : {}),
  }));
  const columns = plan.creates.map(({ unmapped }) => ({
    import_id: run.importId,
    ...(Object.keys(unmapped).length > 0 ? { unmapped } : {}),
  }));
  const extras = plan.creates.map((draft) => draft.extra);
  const made = await createRecords(context, target.object, sets, { extras, columns });
  const ids: [string, ReadRow][] = plan.creates.map((draft, index) => [made[index]?.id ?? '', draft.row]);
  for (const change of plan.changes) ids.push([change.id, change.row]);
  insertLinks(context.tx, one.id, target.laterReference ? laterLinks(target.laterReference, ids) : []);
  const changed = await wouldChange(context, target, plan.changes);
  const updates = [...changed.keys()].map((change) => ({ id: change.id, set: change.values, extra: change.extra }));
  await updateRecords(context, target.object, updates, { skipMissing: true });
  return changed;
}

/** Names of records that may come later in the file. */
function laterLinks(field: string, records: readonly (readonly [string, ReadRow])[]): ImportLink[] {
  return records.flatMap(([recordId, row]) => {
    const name = row.references[field];
    const nameKey = name === undefined ? '' : companyKey(name);
    return name !== undefined && nameKey !== '' ? [{ recordId, rowNumber: row.number, nameKey, name }] : [];
  });
}

function tallyOf(batch: RowBatch, plan: ChunkPlan, changed: Changed, accountsCreated: number): Tally {
  const tally: Tally = {
    rows: plan.fates.length + batch.unreadable.length,
    created: 0,
    updated: 0,
    merged: 0,
    skipped: 0,
    rejected: batch.unreadable.length,
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

function samplesOf(samples: readonly Sample[], plan: ChunkPlan, changed: Changed, target: Target): Sample[] {
  const taken = [...samples];
  const room = (outcome: Sample['outcome']) =>
    taken.filter((sample) => sample.outcome === outcome).length < samplesOfAKind;
  for (const fate of plan.fates) {
    const sample = sampleOf(fate, changed, target);
    if (sample && room(sample.outcome)) taken.push(sample);
  }
  return taken;
}

function sampleOf(fate: Fate, changed: Changed, target: Target): Sample | undefined {
  const row = fate.row.number;
  if (fate.kind === 'create')
    return { outcome: 'created', row, values: { ...target.initialValues(fate.row.values), ...fate.row.values } };
  if (fate.kind === 'merge') return { outcome: 'merged', row, values: fate.row.values };
  if (fate.kind === 'rejected') return { outcome: 'rejected', row, values: {}, reason: fate.reason };
  const before = fate.kind === 'update' ? changed.get(fate.change) : undefined;
  return before && { outcome: 'updated', row, values: fate.row.values, before };
}

function toldRows(batch: RowBatch, rows: readonly ReadRow[]): ToldRow[] {
  const told: ToldRow[] = batch.unreadable.map((one) => ({
    rowNumber: one.row,
    outcome: 'rejected',
    reason: one.reason,
    cells: [one.text],
  }));
  for (const row of rows) {
    if (row.rejected !== undefined)
      told.push({ rowNumber: row.number, outcome: 'rejected', reason: row.rejected, cells: row.cells });
    else if (row.issues.length > 0)
      told.push({
        rowNumber: row.number,
        outcome: 'marked',
        reason: row.issues.map((issue) => `${issue.column}: ${issue.reason}`).join(' '),
        cells: row.cells,
      });
  }
  return told;
}
