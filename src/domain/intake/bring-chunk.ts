import type { Ports } from '#platform/context';
import { asProblem } from '#platform/errors';
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
  for (const { row, reason } of await refusedRows(ports, chunk, call, open)) row.rejected = reason;
  return (await execute(ports, importChunk, chunk, call)).output;
}

interface RefusedRow {
  row: ReadRow;
  reason: string;
}

/** Tries halves of the rows, and halves of those that fail, keeping nothing. */
async function refusedRows(ports: Ports, chunk: Chunk, call: Call, rows: readonly ReadRow[]): Promise<RefusedRow[]> {
  const reason = await whyRefused(ports, { ...chunk, rows }, call);
  const [row] = rows;
  if (reason === undefined || !row) return [];
  if (rows.length === 1) return [{ row, reason }];
  const middle = rows.length >> 1;
  const first = await refusedRows(ports, chunk, call, rows.slice(0, middle));
  return [...first, ...(await refusedRows(ports, chunk, call, rows.slice(middle)))];
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
  if (problem.code === 'validation_failed') return problem.message;
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (problem.code !== 'internal_error' || typeof code !== 'string' || code.length !== 5) return undefined;
  if (!classes.includes(code.slice(0, 2))) return undefined;
  return `A value of this row cannot be kept: ${String(message).slice(0, 200)}.`;
}
