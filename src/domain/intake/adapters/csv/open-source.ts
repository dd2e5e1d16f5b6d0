import type { OpenOptions, ResumeToken, RowBatch } from '../contract.ts';
import { blocksOf } from './blocks.ts';
import { decode, encodedLength, type StrayByte } from './decoder.ts';
import type { CsvDialect } from './dialect.ts';
import { RecordReader } from './record-reader.ts';

/** A batch ends early when its rows reach this many characters, so that wide rows do not fill the memory. */
const longestBatch = 4_000_000;
const longestRaw = 2_000;
/** With this many full rows before it, a short last row without a line end means that the file was cut. */
const rowsThatProveWidth = 2;

/** Reads the rows of a CSV file in batches; memory stays flat. Rows that cannot be read are reported in their batch, and reading goes on. */
export async function* openSource(
  stream: AsyncIterable<Uint8Array>,
  options: OpenOptions<CsvDialect>,
): AsyncIterable<RowBatch> {
  const rows = new BatchedRows(options);
  const skip = Math.max(0, options.from.byte - (options.streamByte ?? 0));
  for await (const block of blocksOf(stream, options.dialect.encoding, skip)) {
    rows.feed(block);
    for (let batch = rows.take(false); batch; batch = rows.take(false)) yield batch;
  }
  for (let batch = rows.take(true); batch; batch = rows.take(true)) yield batch;
}

class BatchedRows {
  private readonly dialect: CsvDialect;
  private readonly columns: number;
  private readonly batchRows: number;
  private readonly reader: RecordReader;
  private strays: StrayByte[] = [];
  /** Offset in the file of the first character of the reader's text. */
  private baseByte: number;
  private row: number;
  private ragged: boolean;
  private batch = emptyBatch();
  private characters = 0;
  private textHasNul = false;

  constructor(options: OpenOptions<CsvDialect>) {
    this.dialect = options.dialect;
    this.columns = options.columns;
    this.batchRows = options.batchRows ?? 1_000;
    this.reader = new RecordReader(options.dialect, options.columns, options.from.line);
    this.baseByte = options.from.byte;
    this.row = options.from.row;
    this.ragged = options.from.ragged;
  }

  feed(block: Buffer): void {
    const { reader } = this;
    this.baseByte = this.currentByte();
    const kept = reader.text.length - reader.position;
    const before = this.strays.filter((stray) => stray.at >= reader.position);
    const { text, strays } = decode(block, this.dialect.encoding);
    this.strays = [
      ...before.map((stray) => ({ ...stray, at: stray.at - reader.position })),
      ...strays.map((stray) => ({ ...stray, at: stray.at + kept })),
    ];
    reader.feed(text);
    this.textHasNul = reader.text.includes('\0');
  }

  /** The next full batch; when `final`, also what is left. */
  take(final: boolean): RowBatch | undefined {
    const { reader } = this;
    while (
      this.batch.numbers.length + this.batch.unreadable.length < this.batchRows &&
      this.characters < longestBatch
    ) {
      const outcome = reader.read(final);
      if (outcome === 'more') return final && this.row > this.batchStart() ? this.close() : undefined;
      this.row++;
      this.characters += reader.position - reader.start;
      const reason = outcome === 'unreadable' ? reader.reason : this.faultOf(reader, final);
      if (reason === undefined) this.add(reader.cells);
      else this.refuse(reason);
    }
    return this.close();
  }

  private add(cells: string[]): void {
    if (cells.length < this.columns) {
      this.ragged = true;
      while (cells.length < this.columns) cells.push('');
    }
    while (cells.length > this.columns && cells[cells.length - 1] === '') cells.pop();
    // Half a surrogate pair, which UTF-16 allows to be written, cannot be kept anywhere.
    this.batch.rows.push(this.dialect.encoding.startsWith('utf-16') ? cells.map((cell) => cell.toWellFormed()) : cells);
    this.batch.numbers.push(this.row);
  }

  private refuse(reason: string): void {
    const { reader } = this;
    const text = reader.raw(longestRaw).replaceAll('\0', '\ufffd').toWellFormed();
    this.batch.unreadable.push({ row: this.row, line: reader.startLine, reason, text });
  }

  private faultOf(reader: RecordReader, final: boolean): string | undefined {
    if (this.textHasNul && reader.text.slice(reader.start, reader.position).includes('\0')) {
      return 'This row has NUL bytes: it is damaged or not text.';
    }
    const { cells, text } = reader;
    const endsWithoutLineEnd = final && reader.position >= text.length && !/[\r\n]$/.test(text);
    if (!endsWithoutLineEnd || cells.length >= this.columns || this.ragged || this.row <= rowsThatProveWidth)
      return undefined;
    return `The file ends in the middle of this row, after ${cells.length} of ${this.columns} cells. It seems to have been cut off.`;
  }

  private batchStart(): number {
    return this.row - this.batch.numbers.length - this.batch.unreadable.length;
  }

  private close(): RowBatch {
    const closed: RowBatch = { ...this.batch, next: this.token() };
    this.batch = emptyBatch();
    this.characters = 0;
    return closed;
  }

  private token(): ResumeToken {
    return { byte: this.currentByte(), row: this.row, line: this.reader.line, ragged: this.ragged };
  }

  private currentByte(): number {
    const { text, position } = this.reader;
    return this.baseByte + encodedLength(text, position, this.dialect.encoding, this.strays);
  }
}

function emptyBatch(): Omit<RowBatch, 'next'> {
  return { rows: [], numbers: [], unreadable: [] };
}
