import { asProblem } from '#platform/errors';
import type { JobContext } from '#platform/jobs';
import { type Call, execute } from '#platform/operations';
import { customFieldsOf } from '#platform/records';
import type { ResumeToken, RowBatch } from './adapters/contract.ts';
import { type CsvDialect, csvAdapter } from './adapters/csv/index.ts';
import { beginImport } from './operations/begin-import.ts';
import { endImport } from './operations/end-import.ts';
import { importChunk } from './operations/import-chunk.ts';
import { linkParents } from './operations/link-parents.ts';
import { compileNormaliser, type RowNormaliser } from './rules/normalise-row.ts';
import { importableFields } from './rules/read-head.ts';
import type { ImportRow } from './store/imports.ts';
import type { ReadRow, Run, Target } from './targets/contract.ts';
import { targets } from './targets/targets.ts';

/** Runs an import from where it stands to its end. Stops at a chunk's end when the process is to stop, or when it was paused or cancelled. */
export async function bringIn(job: JobContext, importId: string): Promise<void> {
  const call: Call = { actor: job.actor, surface: 'job', requestId: `import:${importId}` };
  const { output: begun } = await execute(job.ports, beginImport, { importId }, call);
  if (!begun) return;
  const target = targets[`${begun.object}s`];
  if (!target) throw new Error(`Nothing knows how to import ${begun.object}.`);
  try {
    const finished = await readFile(job, begun, target, call);
    if (!finished) return;
    while ((await execute(job.ports, linkParents, { importId }, chunkCall(call, begun))).output.more) stopIfAsked(job);
    await execute(job.ports, endImport, { importId, status: 'done' }, call);
  } catch (error) {
    if (job.signal.aborted || asProblem(error).status >= 500) throw error;
    await execute(job.ports, endImport, { importId, status: 'failed', error: asProblem(error).message }, call);
  }
}

/** All chunks of an import are one change set, so that it can be taken back as one. */
function chunkCall(call: Call, one: ImportRow): Call {
  return { ...call, changeSetId: one.changeSetId };
}

class Stopping extends Error {}

function stopIfAsked(job: JobContext): void {
  if (job.signal.aborted) throw new Stopping('The process stops; the import goes on at the next start.');
}

async function readFile(job: JobContext, one: ImportRow, target: Target, call: Call): Promise<boolean> {
  const normaliser = await normaliserOf(job, one, target);
  const run: Run = { importId: one.id, dryRun: one.dryRun, matchKey: one.settings.matchKey, seen: new Set() };
  // What a dry run has seen is only in memory: one that goes on begins again.
  const begin: ResumeToken = one.position;
  const stream = (await job.ports.files.getRange(one.fileKey, begin.byte)) as AsyncIterable<Uint8Array>;
  const batches = csvAdapter.openSource(stream, {
    dialect: one.dialect as CsvDialect,
    columns: one.headers.length,
    from: begin,
    streamByte: begin.byte,
  });
  let from = begin;
  for await (const { batch, rows } of ahead(batches, normaliser)) {
    stopIfAsked(job);
    const chunk = { importId: one.id, target, run, from, batch, rows };
    const { output } = await execute(job.ports, importChunk, chunk, chunkCall(call, one));
    if (!output.goOn) return false;
    from = batch.next;
  }
  return true;
}

interface ReadBatch {
  batch: RowBatch;
  rows: ReadRow[];
}

/** Reads and normalises one batch ahead, while the database writes the one before. */
async function* ahead(batches: AsyncIterable<RowBatch>, normaliser: RowNormaliser): AsyncGenerator<ReadBatch> {
  const reading = batches[Symbol.asyncIterator]();
  const read = async (): Promise<ReadBatch | undefined> => {
    const next = await reading.next();
    if (next.done) return undefined;
    const batch = next.value;
    const rows = batch.rows.map(
      (cells, index): ReadRow =>
        Object.assign(normaliser.normalise(cells), { cells, number: batch.numbers[index] ?? 0 }),
    );
    return { batch, rows };
  };
  try {
    let next = read();
    for (let current = await next; current; current = await next) {
      next = read();
      // A failure of the batch ahead is told when its turn comes.
      next.catch(() => undefined);
      yield current;
    }
  } finally {
    await reading.return?.();
  }
}

async function normaliserOf(job: JobContext, one: ImportRow, target: Target): Promise<RowNormaliser> {
  const reader = {
    sql: job.ports.database.reader(job.workspaceId),
    workspaceId: job.workspaceId,
    now: job.ports.clock.now(),
  };
  const custom = await customFieldsOf(reader, target.object);
  return compileNormaliser({
    columns: one.headers,
    mapping: one.mapping,
    fields: importableFields(target.object.fields.values(), custom.values()),
    sample: one.settings.sample,
    country: one.settings.country,
  });
}
