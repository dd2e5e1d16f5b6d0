const pattern = /@\[([^\]\n]{0,200})\]\((us_[0-9a-f]{32})\)/g;

/** The public ids of the users whom a text mentions as `@[Name](us_…)`, each once, in order. */
export function mentionsIn(text: string): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, , id = '']) => id))];
}

/** The text with every mention under the real name of its user: what is said of whom stays true. */
export function withRealNames(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(pattern, (whole, _name, id: string) => {
    const name = names.get(id)?.replace(/[[\]\n]/g, ' ');
    return name === undefined ? whole : `@[${name}](${id})`;
  });
}
