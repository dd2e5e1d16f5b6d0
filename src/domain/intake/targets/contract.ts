import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import type { ObjectType } from '#platform/fields';
import type { NormalisedRow } from '../rules/normalised-row.ts';

/** An existing record that a key leads to. */
export interface KnownRecord {
  id: string;
  /** It was made by this import, from an earlier row. */
  ofThisImport: boolean;
}

/** A row on its way to a record. */
export interface ReadRow extends NormalisedRow {
  number: number;
  cells: string[];
}

/** What an import knows while it runs; a dry run also remembers what it would have made. */
export interface Run {
  importId: string;
  dryRun: boolean;
  matchKey: string;
  /** Keys that an earlier row of a dry run would have brought in. */
  seen: Set<string>;
}

/** A kind of record that rows can become. */
export interface Target {
  object: ObjectType;
  /** Names of the ways to recognise a record that is there already; the first is the default. */
  matchKeys: readonly string[];
  /** The keys of a row by which it is the same as another. */
  keysOf(row: ReadRow, matchKey: string): string[];
  /** Holds off everybody who could bring in the same records at this moment. */
  lock(context: Context): void;
  /** Records that are there under these keys. */
  findKnown(context: Context, keys: readonly string[], run: Run): Promise<Map<string, KnownRecord>>;
  /** Completes the values of rows with the records that they name (the account of a company); answers how many accounts were made. */
  link(context: Context, rows: readonly ReadRow[], run: Run): Promise<number>;
  /** A reference to a record of the same kind that may come later in the file: linked when all is read. */
  laterReference?: string;
  /** What goes along with the values of a record, for its kind. */
  extraOf(row: ReadRow): unknown;
  /** The extra of a record that two rows became. */
  mergeExtra(first: unknown, second: unknown): unknown;
  /** Values that a new record gets besides its row. */
  initialValues(values: Values): Values;
}
