import { Problem } from '#platform/errors';
import type { FileStore } from '#platform/files';
import { type Sniffed, sniffBytes } from './contract.ts';
import { type CsvDialect, csvAdapter } from './csv/index.ts';

/** Looks at the beginning of a stored file. Errors: those of the adapter, with what to do. */
export async function sniffFile(files: FileStore, file: { key: string; size: number }): Promise<Sniffed<CsvDialect>> {
  if (file.size === 0)
    throw new Problem('validation_failed', {
      detail: 'The file is empty. Choose a CSV file with a header and at least one row.',
    });
  const stream = await files.get(file.key);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream as AsyncIterable<Uint8Array>) {
    parts.push(part);
    length += part.length;
    if (length >= sniffBytes) break;
  }
  stream.destroy();
  const first = Buffer.concat(parts).subarray(0, sniffBytes);
  return csvAdapter.sniff(first, { whole: first.length >= file.size });
}
