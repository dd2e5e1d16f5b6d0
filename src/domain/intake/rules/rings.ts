/** Which of these links can be made, one after the other, so that nothing comes to stand above itself. `parentOf` gives the parents that are there already. */
export function withoutRings<Link extends { recordId: string; parentId: string }>(
  links: readonly Link[],
  parentOf: ReadonlyMap<string, string>,
): { sound: Link[]; rings: Link[] } {
  const parents = new Map(parentOf);
  const sound: Link[] = [];
  const rings: Link[] = [];
  for (const link of links) {
    if (standsAbove(link.recordId, link.parentId, parents)) rings.push(link);
    else {
      parents.set(link.recordId, link.parentId);
      sound.push(link);
    }
  }
  return { sound, rings };
}

function standsAbove(record: string, from: string, parents: ReadonlyMap<string, string>): boolean {
  const met = new Set<string>();
  for (let at: string | undefined = from; at !== undefined && !met.has(at); at = parents.get(at)) {
    if (at === record) return true;
    met.add(at);
  }
  return false;
}
