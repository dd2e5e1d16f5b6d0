/** Tags of a record after some have become another (or, with null, gone); each tag once, in its place. */
export function replacedTags(tags: readonly string[], from: ReadonlySet<string>, to: string | null): string[] {
  const replaced = tags.flatMap((tag) => (from.has(tag) ? (to ?? []) : tag));
  return [...new Set(replaced)];
}
