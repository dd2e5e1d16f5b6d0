import { texts } from '../../texts/index.ts';

/** Where a record came from, in words: `import:leads.csv` is the import of a file. */
export function sourceWords(source: unknown): string | undefined {
  if (typeof source !== 'string' || source === '') return undefined;
  return source.startsWith('import:') ? texts.values.importOf(source.slice('import:'.length)) : source;
}
