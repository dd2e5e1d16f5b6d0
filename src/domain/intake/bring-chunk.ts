import type { Ports } from '#platform/context';
import { asProblem, Problem } from '#platform/errors';
import { type Call, execute } from '#platform/operations';
import { type Chunk, type ChunkDone, importChunk } from './operations/import-chunk.ts';
import type { ReadRow } from './targets/contract.ts';

/**
 * Brings in a chunk. When a value in it is refused by its kind of record or by the database, the rows with such values are found and
 * rejected, and the others are brought in: one bad row never costs another.
 */
export async function bringChunk(ports: Ports, chunk: Chunk, call: Call): Promise<ChunkDone> {
  try {
    return (await execute(ports, importChunk, chunk, call)).output;
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
  }
  const open = chunk.rows.filter((row) => row.rejected === undefined);
  for (const { row, reason } of await refusedRows(ports, chunk, call, open, { left: mostRefused }))
    row.rejected = reason;
  return (await execute(ports, importChunk, chunk, call)).output;
}

/** When more rows of a chunk than this are refused, it is not the rows that are wrong: the import fails with the reason. */
const mostRefused = 100;

interface RefusedRow {
  row: ReadRow;
  reason: string;
}

/** Tries halves of the rows, and halves of those that fail, keeping nothing. */
async function refusedRows(
  ports: Ports,
  chunk: Chunk,
  call: Call,
  rows: readonly ReadRow[],
  budget: { left: number },
): Promise<RefusedRow[]> {
  const reason = await whyRefused(ports, { ...chunk, rows }, call);
  const [row] = rows;
  if (reason === undefined || !row) return [];
  if (rows.length === 1) {
    if (--budget.left < 0) throw new Problem('validation_failed', { detail: `Most rows are refused: ${reason}` });
    return [{ row, reason }];
  }
  const middle = rows.length >> 1;
  const first = await refusedRows(ports, chunk, call, rows.slice(0, middle), budget);
  return [...first, ...(await refusedRows(ports, chunk, call, rows.slice(middle), budget))];
}

async function whyRefused(ports: Ports, chunk: Chunk, call: Call): Promise<string | undefined> {
  try {
    await execute(ports, importChunk, chunk, { ...call, rollBack: true });
    return undefined;
  } catch (error) {
    const reason = refusalOf(error);
    if (reason === undefined) throw error;
    return reason;
  }
}

/** Classes of errors that a value causes: wrong data, a broken constraint, an index entry that is too long. */
const classes = ['22', '23', '54'];

/** Why a value was refused; undefined when it was something else that failed. */
function refusalOf(error: unknown): string | undefined {
  const problem = asProblem(error);
  const refused = codeOf(problem.cause)?.slice(0, 2) ?? '';
  if (classes.includes(refused))
    return `A value of this row cannot be kept: ${(problem.cause as Error).message.slice(0, 200)}.`;
  return problem.code === 'validation_failed' ? problem.message : undefined;
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && code.length === 5 ? code : undefined;
}
