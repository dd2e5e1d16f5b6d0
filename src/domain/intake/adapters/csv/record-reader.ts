import { type CsvDialect, longestRow, mostColumns } from './dialect.ts';
import { carriageReturn, lineFeed, QuotedCellReader, space } from './quoted-cell.ts';

/** What `read` found: a row (in `cells`), a row that cannot be read (why is in `reason`), or nothing before more text is fed. */
export type ReadOutcome = 'row' | 'unreadable' | 'more';

const tooLong = `This row is longer than ${longestRow / 1_000_000} MB. Check that its quotes and line ends are right.`;
/** Why a row is unreadable that has more than `mostColumns` cells. */
export const tooWide = `This row has more than ${mostColumns} cells.`;
const neverClosed =
  'A quote opens in this row and is never closed. Close it, or write it twice if it belongs to the text.';
const cutInQuotes = 'The file ends inside a quoted cell. It seems to have been cut off: this last row is incomplete.';

/**
 * Cuts text into the cells of rows, as it comes. Reads what RFC 4180 allows and what programs really write: quotes in
 * the middle of a cell, quotes that were not doubled, rows of any length, blank lines (which count for nothing).
 * A row that cannot be read costs that row only: reading goes on with the next line.
 */
export class RecordReader {
  cells: string[] = [];
  reason = '';
  /** Where in `text` the row that was just read begins, and on which line of the file. */
  start = 0;
  startLine = 1;
  text = '';
  /** All of `text` before this index has been read. */
  position = 0;
  line: number;
  private readonly dialect: CsvDialect;
  private readonly columns: number;
  private readonly quoted: QuotedCellReader;
  private skippingLine = false;
  private probing = false;

  /** `columns` is how many cells a row should have, 0 when that is not known. */
  constructor(dialect: CsvDialect, columns: number, line = 1) {
    this.dialect = dialect;
    this.columns = columns;
    this.line = line;
    this.quoted = new QuotedCellReader(dialect);
  }

  /** Adds text behind what has not been read yet, and forgets what has. */
  feed(text: string): void {
    this.text = this.position === this.text.length ? text : this.text.slice(this.position) + text;
    this.position = 0;
    this.quoted.readFrom(this.text);
  }

  /** The row that was just read as it stands in the file, at most `maxLength` characters. */
  raw(maxLength: number): string {
    return this.text.slice(this.start, Math.min(this.position, this.start + maxLength)).replace(/[\r\n]+$/, '');
  }

  /** Reads one row. `final` says that no more text will come. */
  read(final: boolean): ReadOutcome {
    if (this.skippingLine && !this.skipLine()) return 'more';
    do {
      this.skipBlankLines();
      this.start = this.position;
      this.startLine = this.line;
      if (this.start >= this.text.length) return 'more';
      const outcome = this.readCells(final);
      if (outcome === 'more' && !final && this.text.length - this.start <= longestRow) return 'more';
      if (outcome !== 'row') return this.giveUpLine(outcome, final);
      if (this.position - this.start > longestRow) return this.unreadable(tooLong);
      if (this.cells.length > mostColumns) return this.unreadable(tooWide);
    } while (this.cells[0] === '' && this.cells.every((cell) => cell === ''));
    return 'row';
  }

  private readCells(final: boolean): 'row' | 'more' | 'unclosed' {
    const { text, quoted } = this;
    const { delimiter, endOfLine, quote } = quoted;
    const { length } = text;
    const cells: string[] = [];
    let position = this.start;
    let extraLines = 0;
    for (;;) {
      let end = position;
      let code = text.charCodeAt(end);
      if (code === quote || (code === space && quoted.opensAt(end))) {
        const outcome = quoted.read(end, final);
        if (outcome !== 'cell') return outcome;
        cells.push(quoted.cell);
        extraLines += quoted.extraLines;
        end = quoted.end;
        code = text.charCodeAt(end);
      } else {
        while (code !== delimiter && code !== endOfLine && end < length) code = text.charCodeAt(++end);
        if (end >= length && !final) return 'more';
        const windows = code !== delimiter && end > position && text.charCodeAt(end - 1) === carriageReturn;
        cells.push(text.slice(position, windows ? end - 1 : end));
      }
      if (code !== delimiter) {
        if (code === carriageReturn && end + 1 >= length && !final) return 'more';
        const windows = code === carriageReturn && text.charCodeAt(end + 1) === lineFeed;
        return this.endRow(cells, Math.min(windows ? end + 2 : end + 1, length), extraLines);
      }
      position = end + 1;
      if (cells.length > mostColumns) cells.length = mostColumns;
    }
  }

  private endRow(cells: string[], end: number, extraLines: number): 'row' {
    this.cells = cells;
    this.position = end;
    this.line += extraLines + 1;
    return 'row';
  }

  /** A quote that never closes would swallow the rest of the file: only the line with the quote is given up when rows follow it. */
  private giveUpLine(outcome: 'more' | 'unclosed', final: boolean): ReadOutcome {
    const next = this.text.indexOf(this.lineEnd(), this.start) + 1;
    if (next === 0 && !final) {
      this.skippingLine = true;
      this.position = this.text.length;
      return this.unreadable(tooLong);
    }
    const cutOff = next === 0 || (final && outcome === 'more' && !this.rowsFollow(next));
    this.position = cutOff ? this.text.length : next;
    this.line++;
    return this.unreadable(cutOff ? cutInQuotes : neverClosed);
  }

  /** Whether the last lines of a file, which stand behind an open quote, are rows of their own and not the rest of a cell. */
  private rowsFollow(from: number): boolean {
    if (this.probing || this.columns < 2) return false;
    const probe = new RecordReader(this.dialect, this.columns);
    probe.probing = true;
    probe.feed(this.text.slice(from));
    let full = 0;
    for (let outcome = probe.read(true); outcome !== 'more'; outcome = probe.read(true)) {
      const isLast = probe.position >= probe.text.length;
      if (outcome === 'row' && probe.cells.length === this.columns) full++;
      else if (!isLast) return false;
    }
    return full > 0;
  }

  private unreadable(reason: string): ReadOutcome {
    this.reason = reason;
    return 'unreadable';
  }

  private skipBlankLines(): void {
    for (; this.position < this.text.length; this.position++) {
      const code = this.text.charCodeAt(this.position);
      if (code !== lineFeed && code !== carriageReturn) return;
      if (code === this.quoted.endOfLine) this.line++;
    }
  }

  private skipLine(): boolean {
    const lineEnd = this.text.indexOf(this.lineEnd(), this.position);
    this.position = lineEnd === -1 ? this.text.length : lineEnd + 1;
    if (lineEnd === -1) return false;
    this.skippingLine = false;
    this.line++;
    return true;
  }

  private lineEnd(): string {
    return this.quoted.endOfLine === carriageReturn ? '\r' : '\n';
  }
}
