const longest = 8;

/** How the ids of a kind's records begin: its name in short, with a number where another kind has that. `salesProject` → `sale_`, `sale2_`. */
export function prefixFor(name: string, taken: ReadonlySet<string>): string {
  const bare = name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 4)
    .padEnd(2, 'x');
  for (let number = 1; ; number++) {
    const prefix = `${bare}${number === 1 ? '' : number}`.slice(0, longest);
    if (!taken.has(prefix)) return prefix;
  }
}
