import { findKind, type Kind, kinds, ownKinds, useKinds } from '../kinds/index.ts';

/** What imports call a kind. */
export const importNameOf = ({ path, importedAs = path }: Kind): string => importedAs;

/** The kinds that rows can become, by their names in imports. */
export function useImportedKinds() {
  return useKinds()
    .filter((kind) => kind.imported)
    .map((kind) => ({ name: importNameOf(kind), label: kind.words.many }));
}

/** The kind that the rows of an import become. */
export function importedKind(object: string): Kind {
  const kind = [...kinds, ...ownKinds.get()].find((one) => importNameOf(one) === object) ?? findKind(object);
  if (!kind) throw new Error(`Rows do not become '${object}'.`);
  return kind;
}
