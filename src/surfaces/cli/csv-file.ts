import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { csvAdapter, sniffBytes } from '#domain/intake';
import { UsageError } from './usage-error.ts';

/** A CSV file on this machine, read a batch at a time. */
export interface CsvFile {
  path: string;
  columns: readonly string[];
  /** The first rows. */
  sample: readonly (readonly string[])[];
  /** How many bytes it has. */
  size: number;
  batches(): AsyncIterable<CsvRows>;
}

export interface CsvRows {
  rows: readonly (readonly string[])[];
  /** How many rows could not be read. */
  unreadable: number;
  /** How many bytes of the file have been read. */
  read: number;
}

/** Finds out how a CSV file is written. Throws UsageError where there is none, and a Problem where it is something else. */
export async function openCsvFile(path: string, help: string): Promise<CsvFile> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`There is no file ${path}.`, help);
  if (found.isDirectory()) throw new UsageError(`${path} is a folder.`, help);
  const { dialect, columns, sample, start } = csvAdapter.sniff(await firstBytes(path));
  return {
    path,
    columns,
    sample,
    size: found.size,
    async *batches() {
      const bytes = createReadStream(path, { highWaterMark: sniffBytes });
      const source = csvAdapter.openSource(bytes, { dialect, columns: columns.length, from: start });
      for await (const { rows, unreadable, next } of source)
        yield { rows, unreadable: unreadable.length, read: next.byte };
    },
  };
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const beginning = Buffer.alloc(sniffBytes);
    const { bytesRead } = await file.read(beginning, 0, sniffBytes, 0);
    return beginning.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
