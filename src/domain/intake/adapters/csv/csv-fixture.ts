import type { ResumeToken, RowBatch, Sniffed } from '../contract.ts';
import type { CsvDialect } from './dialect.ts';
import { csvAdapter } from './index.ts';

/** A file for a test: its text in the encoding, given in pieces of `pieceBytes`. */
export function bytesOf(text: string, encoding: BufferEncoding = 'utf8'): Buffer {
  return Buffer.from(text, encoding);
}

export async function* piecesOf(bytes: Uint8Array, pieceBytes: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

export interface ReadFile {
  sniffed: Sniffed<CsvDialect>;
  batches: RowBatch[];
  rows: string[][];
  unreadable: RowBatch['unreadable'];
}

/** Sniffs a file and reads it to its end. */
export async function readFile(
  file: Uint8Array | string,
  options: { pieceBytes?: number; batchRows?: number; from?: ResumeToken; streamByte?: number } = {},
): Promise<ReadFile> {
  const bytes = typeof file === 'string' ? bytesOf(file) : file;
  const sniffed = csvAdapter.sniff(bytes.subarray(0, 256 * 1024), { whole: bytes.length <= 256 * 1024 });
  const { dialect, columns, start } = sniffed;
  const { pieceBytes = 64 * 1024, from = start, streamByte = 0, batchRows = 1_000 } = options;
  const stream = piecesOf(bytes.subarray(streamByte), pieceBytes);
  const batches: RowBatch[] = [];
  const open = { dialect, columns: columns.length, from, streamByte, batchRows };
  for await (const batch of csvAdapter.openSource(stream, open)) batches.push(batch);
  return {
    sniffed,
    batches,
    rows: batches.flatMap((batch) => batch.rows),
    unreadable: batches.flatMap((batch) => batch.unreadable),
  };
}
