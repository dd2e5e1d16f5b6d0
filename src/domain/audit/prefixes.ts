import { objectCatalogue } from '#platform/fields';

/** The prefix of the ids of a kind of record; undefined for kinds that a workspace has made, whose ids stand as they are. */
export function prefixOf(object: string): string | undefined {
  return objectCatalogue().get(object)?.prefix;
}
