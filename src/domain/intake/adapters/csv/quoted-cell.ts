import type { CsvDialect } from './dialect.ts';

export const lineFeed = 10;
export const carriageReturn = 13;
export const space = 32;
const backslash = 92;

/** `cell`: it is in `cell` and ends at `end`. `more`: it does not end in the text at hand. `unclosed`: it never will, its closing quote is missing. */
export type QuotedOutcome = 'cell' | 'more' | 'unclosed';

/** Reads quoted cells out of `text`, those with quotes inside that were not doubled included. */
export class QuotedCellReader {
  cell = '';
  end = 0;
  /** How many lines of the file the cell goes on for after its first. */
  extraLines = 0;
  readonly quote: number;
  readonly delimiter: number;
  readonly endOfLine: number;
  private text = '';
  // What is known of the quotes further down the line, and where the line ends on which the cell opens: without
  // these three a line of a million quotes would take minutes.
  private literalBefore = -1;
  private nothingClosesBefore = -1;
  private lineEndOfOpening = -1;
  private readonly quoteText: string;
  private readonly lineEnd: string;
  private readonly backslashEscapes: boolean;

  constructor(dialect: CsvDialect) {
    this.quoteText = dialect.quote;
    this.quote = dialect.quote.charCodeAt(0);
    this.delimiter = dialect.delimiter.charCodeAt(0);
    this.lineEnd = dialect.lineEnding === '\r' ? '\r' : '\n';
    this.endOfLine = this.lineEnd.charCodeAt(0);
    this.backslashEscapes = dialect.backslash;
  }

  /** Reads from another text from now on. */
  readFrom(text: string): void {
    this.text = text;
    this.literalBefore = -1;
    this.nothingClosesBefore = -1;
  }

  /** Whether a quoted cell begins at `from`, where spaces may stand before the quote. */
  opensAt(from: number): boolean {
    return this.text.charCodeAt(this.afterSpaces(from)) === this.quote;
  }

  /** Reads the quoted cell that opens at `from`. `final` says that no text will follow. */
  read(from: number, final: boolean): QuotedOutcome {
    const { text } = this;
    const open = this.afterSpaces(from);
    this.lineEndOfOpening = -1;
    for (let next = open + 1; ; ) {
      const close = text.indexOf(this.quoteText, next);
      if (close === -1 || (close + 1 >= text.length && !final)) return 'more';
      if (text.charCodeAt(close + 1) === this.quote && !this.isEscaped(close, open)) {
        next = close + 2;
        continue;
      }
      if (this.isEscaped(close, open)) {
        next = close + 1;
        continue;
      }
      const after = this.endOfCellAt(close + 1);
      if (after >= text.length && !final) return 'more';
      if (after !== -1) return this.finish(open, close, after, '');
      const meaning = this.strayQuote(open, close, final);
      if (meaning === 'more' || meaning === 'unclosed') return meaning;
      if (meaning === 'ends') {
        const end = this.nextBoundary(close + 1);
        return this.finish(open, close, end, text.slice(close + 1, end));
      }
      next = close + 1;
    }
  }

  /** What a quote means that neither ends its cell nor is doubled. */
  private strayQuote(open: number, close: number, final: boolean): 'literal' | 'ends' | 'more' | 'unclosed' {
    const { text } = this;
    const before = text.charCodeAt(close - 1);
    if ((before === this.delimiter || before === this.endOfLine) && this.firstLineEnd(open) < close) return 'unclosed';
    if (close < this.literalBefore) return 'literal';
    if (close < this.nothingClosesBefore) return 'ends';
    const lineEnd = text.indexOf(this.lineEnd, close);
    if (lineEnd === -1 && !final) return 'more';
    const limit = lineEnd === -1 ? text.length : lineEnd;
    let next = text.indexOf(this.quoteText, close + 1);
    while (next !== -1 && next < limit) {
      if (this.endOfCellAt(next + 1) !== -1) {
        this.literalBefore = next;
        return 'literal';
      }
      next = text.indexOf(this.quoteText, next + 1);
    }
    this.nothingClosesBefore = limit;
    return 'ends';
  }

  /** Where the line ends on which the cell opens; looked for once a cell. */
  private firstLineEnd(open: number): number {
    if (this.lineEndOfOpening === -1) {
      const found = this.text.indexOf(this.lineEnd, open);
      this.lineEndOfOpening = found === -1 ? this.text.length : found;
    }
    return this.lineEndOfOpening;
  }

  private finish(open: number, close: number, end: number, rest: string): QuotedOutcome {
    let cell = this.text.slice(open + 1, close);
    this.extraLines = 0;
    for (let at = cell.indexOf(this.lineEnd); at !== -1; at = cell.indexOf(this.lineEnd, at + 1)) this.extraLines++;
    if (this.backslashEscapes) cell = cell.replace(/\\(["'\\])/g, '$1');
    else if (cell.includes(this.quoteText)) cell = cell.replaceAll(this.quoteText + this.quoteText, this.quoteText);
    this.cell = cell + rest;
    this.end = end;
    return 'cell';
  }

  /** Where the cell ends when only spaces stand between `from` and its end; otherwise -1. */
  private endOfCellAt(from: number): number {
    const after = this.afterSpaces(from);
    if (after >= this.text.length) return this.text.length;
    return this.isBoundary(this.text.charCodeAt(after)) ? after : -1;
  }

  private nextBoundary(from: number): number {
    let end = from;
    while (end < this.text.length && !this.isBoundary(this.text.charCodeAt(end))) end++;
    return end;
  }

  private isBoundary(code: number): boolean {
    return code === this.delimiter || code === lineFeed || code === carriageReturn;
  }

  private isEscaped(quoteAt: number, open: number): boolean {
    if (!this.backslashEscapes) return false;
    let at = quoteAt;
    while (at - 1 > open && this.text.charCodeAt(at - 1) === backslash) at--;
    return (quoteAt - at) % 2 === 1;
  }

  private afterSpaces(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === space) at++;
    return at;
  }
}
