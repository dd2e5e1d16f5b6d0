/** A place in a source from which reading can go on. It survives as JSON; all numbers count from the start of the source. */
export interface ResumeToken {
  /** Offset in bytes of the first row that has not been given. */
  byte: number;
  /** How many rows were given or rejected before. */
  row: number;
  /** Line of the file, from 1, at which the next row starts. */
  line: number;
  /** A row with too few cells was met, so a short last row does not prove that the file was cut. */
  ragged: boolean;
}

/** A row that could not be read at all. */
export interface UnreadableRow {
  /** Number of the row, from 1, counted without the header. */
  row: number;
  /** Line of the file, from 1. */
  line: number;
  /** For people: what is wrong and what to do. */
  reason: string;
  /** The row as it stands in the source, at most 2,000 characters. */
  text: string;
}

export interface RowBatch {
  /** Cells by column. Never shorter than the columns; surplus cells follow at the end. */
  rows: string[][];
  /** The number of each row, from 1, counted without the header. */
  numbers: number[];
  unreadable: UnreadableRow[];
  /** Where to go on when this batch is stored. */
  next: ResumeToken;
}

export interface Sniffed<Dialect> {
  dialect: Dialect;
  /** Column names: unique, never empty. */
  columns: string[];
  /** What people should know before they go on, such as two columns of one name. */
  notices: string[];
  /** The first rows, for mapping and for inferring formats. */
  sample: string[][];
  /** Where the first row is. */
  start: ResumeToken;
}

export interface OpenOptions<Dialect> {
  dialect: Dialect;
  /** How many columns the header has. */
  columns: number;
  /** Where to begin: `start` of the sniffed source, or `next` of the last stored batch. */
  from: ResumeToken;
  /** Which byte of the source the stream begins with; 0 unless the caller has opened it further on. */
  streamByte?: number;
  /** 1,000 unless told. */
  batchRows?: number;
}

/** A kind of file that rows can be read from. Nothing of the source is kept in memory beyond a batch. */
export interface SourceAdapter<Dialect> {
  name: string;
  /**
   * Finds out how to read a source from its first bytes (`sniffBytes` of them, or all when it is smaller).
   * Throws a Problem when it is not of this kind, is empty, or is beyond a limit.
   */
  sniff(firstBytes: Uint8Array, options?: { whole?: boolean }): Sniffed<Dialect>;
  openSource(stream: AsyncIterable<Uint8Array>, options: OpenOptions<Dialect>): AsyncIterable<RowBatch>;
}

/** How many bytes `sniff` wants to see at most. */
export const sniffBytes = 256 * 1024;
