import { type Kind, kindAt, kinds } from '../kinds/index.ts';

/** The kinds that rows can become, by their addresses. */
export const importedKinds = kinds
  .filter((kind) => kind.imported)
  .map((kind) => ({ name: kind.path, label: kind.words.many }));

/** The kind that the rows of an import become. */
export function importedKind(object: string): Kind {
  const kind = kindAt(object);
  if (!kind) throw new Error(`Rows do not become '${object}'.`);
  return kind;
}
