import type { ScoringModel } from './model.ts';

/** As one text whatever the order of the keys; a key that is undefined is the same as one that is not there. */
function plain(value: unknown): string {
  return (
    JSON.stringify(value, (_key, one: unknown) =>
      one && typeof one === 'object' && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
        : one,
    ) ?? ''
  );
}

/** The names of the sections in which two models differ. */
export function changedSections(before: ScoringModel, after: ScoringModel): string[] {
  const sections = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof ScoringModel)[];
  return sections.filter((name) => plain(before[name]) !== plain(after[name]));
}
