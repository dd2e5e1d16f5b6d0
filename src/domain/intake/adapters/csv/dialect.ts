export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** How a CSV file is written. Plain data: it is stored with the import and used again when it resumes. */
export interface CsvDialect {
  encoding: CsvEncoding;
  delimiter: ',' | ';' | '\t' | '|';
  quote: '"' | "'";
  /** A quote inside a quoted cell is written `\"` and not `""`. */
  backslash: boolean;
  lineEnding: '\n' | '\r\n' | '\r';
  /** The first row names the columns. */
  header: boolean;
}

/** A row (and so a cell) may have this many characters. */
export const longestRow = 1_000_000;
export const mostColumns = 2_000;
