import type { PrivacyClass } from '#platform/fields';

/** What each computed field follows from, by its full name (`deal.custom.total`). */
export type Dependencies = ReadonlyMap<string, ReadonlySet<string>>;

/** The way from a field over what it follows from back to itself; undefined when there is none. */
export function ringAt(dependencies: Dependencies, start: string): string[] | undefined {
  const seen = new Set<string>();
  const walk = (at: string, path: string[]): string[] | undefined => {
    for (const source of dependencies.get(at) ?? []) {
      if (source === start) return [...path, start];
      if (seen.has(source)) continue;
      seen.add(source);
      const found = walk(source, [...path, source]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(start, [start]);
}

/** The fields that follow from one, at once or by way of others, the nearest first. */
export function followersOf(dependencies: Dependencies, name: string): string[] {
  const found = new Set([name]);
  for (const source of found)
    for (const [follower, sources] of dependencies) if (sources.has(source)) found.add(follower);
  found.delete(name);
  return [...found];
}

const classes: readonly PrivacyClass[] = ['public', 'internal', 'confidential', 'restricted'];

/** The most sensitive of some privacy classes. */
export function highestClass(given: Iterable<PrivacyClass>): PrivacyClass {
  return classes[Math.max(0, ...[...given].map((one) => classes.indexOf(one)))] ?? 'internal';
}
