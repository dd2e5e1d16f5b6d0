import { setImmediate as breathe } from 'node:timers/promises';
import { defaultScoringModel } from '#domain/scoring';
import { asProblem } from '#platform/errors';
import { type JobContext, jobGotOn } from '#platform/jobs';
import { type Call, execute } from '#platform/operations';
import { customFieldsOf } from '#platform/records';
import type { ResumeToken, RowBatch } from './adapters/contract.ts';
import { type CsvDialect, csvAdapter } from './adapters/csv/index.ts';
import { bringChunk } from './bring-chunk.ts';
import { tellRows } from './observe-rows.ts';
import { beginImport } from './operations/begin-import.ts';
import { endImport } from './operations/end-import.ts';
import type { Chunk } from './operations/import-chunk.ts';
import { linkParents, mostReferred } from './operations/link-parents.ts';
import { compileNormaliser, type RowNormaliser } from './rules/normalise-row.ts';
import type { ImportRow } from './store/imports.ts';
import type { ReadRow, Run, Target } from './targets/contract.ts';
import { fieldsOf, targets } from './targets/targets.ts';

/** Runs an import from where it stands to its end. Stops at a chunk's end when the process is to stop, or when it was paused or cancelled. */
export async function bringIn(job: JobContext, importId: string): Promise<void> {
  const call: Call = { actor: job.actor, surface: 'job', requestId: `import:${importId}` };
  const { output: begun } = await execute(job.ports, beginImport, { importId }, call);
  if (!begun) return;
  const target = targets[`${begun.object}s`];
  if (!target) throw new Error(`Nothing knows how to import ${begun.object}.`);
  const run: Run = {
    importId,
    dryRun: begun.dryRun,
    matchKey: begun.settings.matchKey,
    seen: new Map(),
    scoring: defaultScoringModel,
    companies: new Set(),
    written: new Map(),
    referred: new Set(),
    notices: new Set(),
  };
  // All chunks of an import are one change set, so that it can be taken back as one.
  const chunkCall: Call = { ...call, changeSetId: begun.changeSetId };
  try {
    if (!(await readFile(job, begun, target, run, chunkCall))) return;
    await linkLater(job, run, chunkCall);
    await execute(job.ports, endImport, { importId, status: 'done' }, call);
  } catch (error) {
    const problem = asProblem(error);
    // A deadlock with somebody who writes the same records is over the next time.
    const perhapsPassing = problem.code === 'conflict' || problem.code === 'internal_error';
    const lasting = perhapsPassing ? job.attempt >= mostMistakes : problem.status < 500;
    if (job.signal.aborted || !lasting) throw error;
    await execute(job.ports, endImport, { importId, status: 'failed', error: problem.message }, call);
    if (problem.status >= 500) throw error;
  }
}

/** A mistake of ours that has come up so often is not going to go away: the import is marked as failed, and can be resumed by hand. */
const mostMistakes = 5;

class Stopping extends Error {}

function stopIfAsked(job: JobContext): void {
  if (job.signal.aborted) throw new Stopping('The process stops; the import goes on at the next start.');
}

/** Answers false when the import is not to go on. */
async function readFile(job: JobContext, one: ImportRow, target: Target, run: Run, call: Call): Promise<boolean> {
  const normaliser = await normaliserOf(job, one, target);
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
    const chunk: Chunk = { importId: one.id, target, run, from, batch, rows };
    const { goOn, claims, tally } = await bringChunk(job.ports, chunk, call);
    if (!goOn) return false;
    if (from === begin && job.attempt > 1) await jobGotOn(job.ports, job.jobId);
    if (run.dryRun) for (const [key, record] of claims ?? []) run.seen.set(key, record);
    else if (tally) tellRows(target.object.plural, tally);
    from = batch.next;
  }
  return true;
}

async function linkLater(job: JobContext, run: Run, call: Call): Promise<void> {
  const { importId } = run;
  const lacking = [...run.referred].filter((key) => !run.companies.has(key));
  for (let at = 0; at < lacking.length; at += mostReferred) {
    const referred = lacking.slice(at, at + mostReferred);
    await execute(job.ports, linkParents, { importId, referred }, call);
  }
  while ((await execute(job.ports, linkParents, { importId }, call)).output.more) stopIfAsked(job);
}

interface ReadBatch {
  batch: RowBatch;
  rows: ReadRow[];
}

const normalisedAtOnce = 50;

/** Reads and normalises one batch ahead, while the database writes the one before. */
async function* ahead(batches: AsyncIterable<RowBatch>, normaliser: RowNormaliser): AsyncGenerator<ReadBatch> {
  const reading = batches[Symbol.asyncIterator]();
  const read = async (): Promise<ReadBatch | undefined> => {
    const next = await reading.next();
    if (next.done) return undefined;
    const batch = next.value;
    const rows: ReadRow[] = [];
    for (const [index, cells] of batch.rows.entries()) {
      rows.push(Object.assign(normaliser.normalise(cells), { cells, number: batch.numbers[index] ?? 0 }));
      // In between, what the database answers about the batch before gets its next statement.
      if (rows.length % normalisedAtOnce === 0) await breathe();
    }
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
    fields: fieldsOf(target, custom.values()),
    sample: one.settings.sample,
    country: one.settings.country,
  });
}
