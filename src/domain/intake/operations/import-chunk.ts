import { z } from 'zod';
import { activeModel } from '#domain/scoring';
import type { Context } from '#platform/context';
import { beyondReach } from '#platform/database';
import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { defineOperation, missing } from '#platform/operations';
import { whomToAsk, writableOf } from '#platform/records';
import type { ResumeToken, RowBatch } from '../adapters/contract.ts';
import { keepUnique } from '../keep-unique.ts';
import { type ChunkPlan, planChunk } from '../rules/plan-chunk.ts';
import { progressOf } from '../rules/present-import.ts';
import { samplesOf, tallyOf, toldRows } from '../rules/tally-chunk.ts';
import { insertToldRows } from '../store/import-rows.ts';
import {
  addNotices,
  advanceImport,
  commitWithoutWaiting,
  type ImportRow,
  lockImport,
  type Tally,
} from '../store/imports.ts';
import type { KnownRecord, ReadRow, Run, Target } from '../targets/contract.ts';
import { linkOwners } from '../targets/owners.ts';
import { newValues, settleChanges, unionFields, writeChunk } from '../write-chunk.ts';

export interface Chunk {
  importId: string;
  target: Target;
  run: Run;
  /** Where the batch began: another runner may have taken it meanwhile. */
  from: ResumeToken;
  batch: RowBatch;
  rows: readonly ReadRow[];
}

export interface ChunkDone {
  /** False when the import has been paused or cancelled, or when another runner is at it. */
  goOn: boolean;
  tally?: Tally;
  /** Where the keys of the rows lead now, for a dry run to remember. */
  claims?: ReadonlyMap<string, KnownRecord | null>;
}

/** Brings in one chunk of rows: what becomes of each, the records, the tally and the place in the file, in one transaction. */
export const importChunk = defineOperation({
  name: 'imports.chunk',
  summary: 'Brings the next chunk of rows of an import into the workspace.',
  kind: 'write',
  permission: 'imports:write',
  input: z.custom<Chunk>(),
  async run(context, chunk): Promise<ChunkDone> {
    const startedMs = performance.now();
    commitWithoutWaiting(context.tx);
    const one = await lockImport(context.tx, chunk.importId);
    if (!one) throw missing('import', chunk.importId);
    if (one.status !== 'running') return { goOn: false };
    // A job must not end while its import runs elsewhere: if that runner dies, nobody would go on.
    if (one.position.byte !== chunk.from.byte)
      throw new Problem('not_ready', { detail: 'Another runner is at this import. It is looked at again later.' });
    const { target, run, rows, batch } = chunk;
    run.scoring = (await activeModel(context)).model;
    if (!run.dryRun) target.lock(context);
    const { plan, accountsCreated } = await planOf(context, chunk, one);
    await beyondReach(() => keepUnique(context, target, plan));
    const changed = await settleChanges(context, target, run, one, plan.changes);
    if (!run.dryRun) await writeChunk(context, target, run, one, plan, changed);
    const tally = tallyOf(plan, changed, batch.unreadable.length, accountsCreated);
    const samples = samplesOf(one.samples, plan, changed, (row) =>
      newValues({ values: row.values, extra: target.extraOf(row) }, one, target, run),
    );
    addNotices(context.tx, one.id, [...run.notices]);
    run.notices.clear();
    insertToldRows(context.tx, one.id, toldRows(batch.unreadable, rows));
    advanceImport(context.tx, one.id, tally, batch.next, samples, performance.now() - startedMs);
    const after = { ...one, position: batch.next };
    context.emit({
      type: 'intake.import.progressed',
      data: { importId: publicId('im', one.id), rows: one.rows + tally.rows, progress: progressOf(after) },
    });
    return { goOn: true, tally, claims: plan.claims };
  },
});

/** What is to become of each row, with the records that the rows name. */
async function planOf(
  context: Context,
  { target, run, rows }: Chunk,
  one: ImportRow,
): Promise<{ plan: ChunkPlan; accountsCreated: number }> {
  for (const row of rows) target.prepareRow(row);
  await linkOwners(context, rows, one.mapping);
  const keys = new Map(rows.map((row) => [row, row.rejected === undefined ? target.keysOf(row, run.matchKey) : []]));
  // Who is there is known of the whole workspace; what is not the importer's to write is left as it is.
  const known = await beyondReach(() => target.findKnown(context, [...new Set([...keys.values()].flat())], run));
  await rejectOthers(context, target, keys, known);
  const { mode } = one.settings;
  const input = { rows, keys, known, seen: run.seen, mode, union: unionFields(target) };
  const plan = () => planChunk({ ...input, extraOf: target.extraOf, mergeExtra: target.mergeExtra });
  // Rows that will be left alone must not make the companies that they name.
  const taken = mode === 'createAndUpdate' ? rows : takenRows(plan());
  return { accountsCreated: await beyondReach(() => target.link(context, taken, run)), plan: plan() };
}

/** A row that is somebody out of reach is rejected: it says whom to ask, and no more. */
async function rejectOthers(
  context: Context,
  { object }: Target,
  keys: ReadonlyMap<ReadRow, readonly string[]>,
  known: ReadonlyMap<string, KnownRecord>,
): Promise<void> {
  const ids = [...new Set([...known.values()].map(({ id }) => id))];
  const own = await writableOf(context, object, ids);
  if (own.size === ids.length) return;
  const others = ids.filter((id) => !own.has(id));
  const owners = await whomToAsk(context, object, others);
  for (const [row, some] of keys) {
    const id = some.map((key) => known.get(key)?.id).find((one) => one !== undefined && !own.has(one));
    if (id === undefined) continue;
    row.rejected = `This ${object.name} is known already, and not yours to change: ask ${owners.get(id) ?? 'a manager'}.`;
  }
}

function takenRows(plan: ChunkPlan): ReadRow[] {
  return plan.fates.filter(({ kind }) => kind !== 'skipped' && kind !== 'rejected').map(({ row }) => row);
}
