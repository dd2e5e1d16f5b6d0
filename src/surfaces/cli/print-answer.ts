import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LocalAnswer } from '#surfaces/local';
import { card, table } from './table.ts';
import type { Terminal } from './terminal.ts';

export interface PrintOptions {
  json: boolean;
  /** Fields that were asked for. */
  fields?: readonly string[] | undefined;
  /** Where a file goes instead of standard output. */
  output?: string | undefined;
}

type Row = Record<string, unknown>;

/** Prints what an operation answered: JSON, a table, a card, or the bytes of a file. */
export async function printAnswer(answer: LocalAnswer, terminal: Terminal, options: PrintOptions): Promise<void> {
  if ('file' in answer) return printFile(answer.file, terminal, options.output);
  const { output } = answer;
  if (options.json) return terminal.out(`${JSON.stringify(output, null, terminal.width === undefined ? 0 : 2)}\n`);
  if (output === null || output === undefined) return terminal.note('Done.\n');
  const rows = rowsOf(output);
  if (!rows) return terminal.out(`${typeof output === 'object' ? card(output as Row) : String(output)}\n`);
  if (rows.length === 0) return terminal.note('There are none.\n');
  await terminal.out(`${table(rows, terminal.width ?? Number.POSITIVE_INFINITY, options.fields)}\n`);
  const { page } = output as { page?: { next?: string; total?: number; totalIsExact?: boolean } };
  if (page?.total !== undefined)
    terminal.note(`${page.total}${page.totalIsExact === false ? ' or more' : ''} in all.\n`);
  if (page?.next) terminal.note(`There are more: --cursor ${page.next}\n`);
}

function rowsOf(output: unknown): Row[] | undefined {
  const { data } = (output ?? {}) as { data?: unknown };
  const rows = Array.isArray(output) ? output : data;
  return Array.isArray(rows) && rows.every((row) => row !== null && typeof row === 'object')
    ? (rows as Row[])
    : undefined;
}

async function printFile(
  file: { name: string; chunks: AsyncIterable<string | Uint8Array> },
  terminal: Terminal,
  path: string | undefined,
): Promise<void> {
  if (path !== undefined) {
    await pipeline(Readable.from(file.chunks), createWriteStream(path));
    return terminal.note(`Written to ${path}.\n`);
  }
  for await (const chunk of file.chunks) await terminal.out(chunk);
}
