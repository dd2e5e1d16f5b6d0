import { Problem } from '#platform/errors';
import type { ResumeToken, Sniffed } from '../contract.ts';
import { sniffBytes } from '../contract.ts';
import { decode, encodedLength, incompleteTail } from './decoder.ts';
import { findDialect } from './delimiter.ts';
import { type CsvDialect, mostColumns } from './dialect.ts';
import { findEncoding } from './encoding.ts';
import { firstRowIsHeader, nameColumns } from './header.ts';
import { RecordReader, tooWide } from './record-reader.ts';
import { looksBinary, otherKindOfFile } from './signature.ts';

const sampleRows = 1_000;
const separatorLine = /^sep=([,;\t|])\r?\n/i;

/** Finds encoding, delimiter, quote, line end and header of a CSV file. Throws `validation_failed` when the file is not CSV, is empty or has no row. */
export function sniff(firstBytes: Uint8Array, options: { whole?: boolean } = {}): Sniffed<CsvDialect> {
  const bytes = Buffer.from(firstBytes.buffer, firstBytes.byteOffset, Math.min(firstBytes.byteLength, sniffBytes));
  const whole = (options.whole ?? firstBytes.byteLength < sniffBytes) && firstBytes.byteLength <= sniffBytes;
  refuseOtherFiles(bytes);
  const { encoding, markBytes } = findEncoding(bytes);
  const body = bytes.subarray(
    markBytes,
    bytes.length - (whole ? 0 : incompleteTail(bytes.subarray(markBytes), encoding)),
  );
  const { text: decoded, strays } = decode(body, encoding);
  // Half a surrogate pair, which UTF-16 allows to be written, becomes a mark of the same length.
  const text = decoded.toWellFormed();
  refuseOtherText(text);
  const separator = separatorLine.exec(text);
  const skipped = separator?.[0].length ?? 0;
  const found = findDialect(text.slice(skipped), whole);
  const dialect: CsvDialect = { encoding, header: true, ...found };
  if (separator?.[1]) dialect.delimiter = separator[1] as CsvDialect['delimiter'];

  const reader = new RecordReader(dialect, 0, skipped > 0 ? 2 : 1);
  reader.feed(text.slice(skipped));
  const first = readFirstRow(reader, whole);
  const firstEnds = { position: reader.position, line: reader.line };
  const sample = readSample(reader, first.length, whole);
  dialect.header = firstRowIsHeader(first, sample);
  const named = nameColumns(dialect.header ? first : first.map(() => ''));
  if (!dialect.header) sample.unshift(first);
  if (sample.length === 0 && whole) {
    throw new Problem('validation_failed', {
      detail: 'The file has a header and no rows below it: there is nothing to import.',
    });
  }
  const startAt = skipped + (dialect.header ? firstEnds.position : 0);
  const start: ResumeToken = {
    byte: markBytes + encodedLength(text, startAt, encoding, strays),
    row: 0,
    line: dialect.header ? firstEnds.line : skipped > 0 ? 2 : 1,
    ragged: false,
  };
  const notices = [
    ...named.notices,
    ...(dialect.header ? [] : ['The first row has values and no names, so the columns are numbered.']),
  ];
  return { dialect, columns: named.columns, notices, sample: sample.slice(0, sampleRows), start };
}

function refuseOtherFiles(bytes: Buffer): void {
  const kind = otherKindOfFile(bytes);
  if (!kind) return;
  throw new Problem('validation_failed', {
    detail: `This is ${kind}, not a CSV file. Export it as CSV and try again.`,
  });
}

function refuseOtherText(text: string): void {
  if (text.trim() === '') throw new Problem('validation_failed', { detail: 'The file is empty.' });
  if (text.includes('\0')) {
    throw new Problem('validation_failed', {
      detail: 'The file has NUL bytes: it is not text, or it is damaged. Save it as CSV in UTF-8 and try again.',
    });
  }
  if (looksBinary(text)) throw new Problem('validation_failed', { detail: 'This is a binary file, not a CSV file.' });
}

function readFirstRow(reader: RecordReader, whole: boolean): string[] {
  const outcome = reader.read(whole);
  if (outcome === 'row') return reader.cells;
  throw new Problem('validation_failed', { detail: whyNoHeader(outcome === 'unreadable' ? reader.reason : undefined) });
}

function whyNoHeader(reason: string | undefined): string {
  if (reason === undefined)
    return `The first row is longer than ${sniffBytes / 1024} kB: this does not look like a CSV file.`;
  if (reason !== tooWide) return `The first row cannot be read. ${reason}`;
  return `The header has more than ${mostColumns} columns. Remove the columns you do not need and try again.`;
}

function readSample(reader: RecordReader, columns: number, whole: boolean): string[][] {
  const sample: string[][] = [];
  while (sample.length < sampleRows) {
    const outcome = reader.read(whole);
    if (outcome === 'more') break;
    if (outcome === 'unreadable') continue;
    while (reader.cells.length < columns) reader.cells.push('');
    sample.push(reader.cells);
  }
  return sample;
}
