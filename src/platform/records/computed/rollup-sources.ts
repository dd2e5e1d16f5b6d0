import type { Rollup } from '../custom-fields.ts';

/** The names of fields in a filter. */
function filteredFields(filter: unknown, found = new Set<string>()): Set<string> {
  if (filter === null || typeof filter !== 'object') return found;
  for (const [name, inner] of Object.entries(filter)) {
    if (!Array.isArray(filter) && name !== 'and' && name !== 'or') found.add(name);
    else filteredFields(inner, found);
  }
  return found;
}

/** The fields of the summed records that a roll-up depends on. */
export function rollupSources({ by, of, filter }: Rollup['computed']): Set<string> {
  // Whoever changes an amount changes its currency, or what it is compared by, with it.
  return new Set([by, ...(of ? [of] : []), ...filteredFields(filter)]);
}
