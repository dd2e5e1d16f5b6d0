import type { ScoringModel } from '#domain/scoring';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import type { ObjectType } from '#platform/fields';
import type { ImportField } from '../rules/import-field.ts';
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

/** What an import knows while it runs. A dry run remembers here what it would have written, so that later rows meet it as they would in earnest. */
export interface Run {
  importId: string;
  dryRun: boolean;
  matchKey: string;
  /** Keys of the rows of a dry run, with the record that they went into; null is one that it would have made. */
  seen: Map<string, KnownRecord | null>;
  /** Keys of the companies that a dry run would have made. */
  companies: Set<string>;
  /** What a dry run would have changed in records that are there. */
  written: Map<string, Values>;
  /** The model that first scores are made by: the workspace's own, read anew for each chunk. */
  scoring: ScoringModel;
  /** Keys of names of later references in a dry run. */
  referred: Set<string>;
  /** What the chunk in work has to tell of the file as a whole. */
  notices: Set<string>;
}

/** A new record with what its row knew beside its values. */
export interface MadeRecord {
  id: string;
  values: Values;
  extra: unknown;
}

/** A kind of record that rows can become. */
export interface Target {
  object: ObjectType;
  /** Names of the ways to recognise a record that is there already; the first is the default. */
  matchKeys: readonly string[];
  /** Names of the reference fields that can be given by a name in a cell. */
  references: readonly string[];
  /** The fields that columns can be mapped to, where they are not just those of the catalogue. */
  mappable?(fields: readonly ImportField[]): ImportField[];
  /** The keys of a row by which it is the same as another. */
  keysOf(row: ReadRow, matchKey: string): string[];
  /** Holds off everybody who could bring in the same records at this moment. */
  lock(context: Context): void;
  /** Records that are there under these keys. */
  findKnown(context: Context, keys: readonly string[], run: Run): Promise<Map<string, KnownRecord>>;
  /** Brings a row into the form in which its kind keeps it. Doing it twice changes nothing more. */
  prepareRow(row: ReadRow): void;
  /** Completes the values of rows with the records that they name (the account of a company); answers how many accounts were made. */
  link(context: Context, rows: readonly ReadRow[], run: Run): Promise<number>;
  /** A reference to a record of the same kind that may come later in the file: linked when all is read. */
  laterReference?: string;
  /** What goes along with the values of a record, for its kind. */
  extraOf(row: ReadRow): unknown;
  /** The extra of a record that two rows became. */
  mergeExtra(first: unknown, second: unknown): unknown;
  /** Writes what belongs to new records beside them. */
  writeBeside?(context: Context, made: readonly MadeRecord[]): Promise<void>;
  /** What follows from values that are about to be written; `before` is undefined for a new record, `at` is when the file was given. */
  follows(values: Values, before: Values | undefined, at: Date, run: Run, extra: unknown): Values;
}
