import type { SourceAdapter } from '../contract.ts';
import type { CsvDialect } from './dialect.ts';
import { openSource } from './open-source.ts';
import { sniff } from './sniff.ts';

export type { CsvDialect } from './dialect.ts';

/** Delimited text in every dialect that spreadsheets and CRMs write. */
export const csvAdapter: SourceAdapter<CsvDialect> = { name: 'csv', sniff, openSource };
