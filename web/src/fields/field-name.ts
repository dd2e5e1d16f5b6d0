/** `Größe in cm` as `grosseInCm`: the name that a label suggests; empty when it has no letter that can stand in one. */
export function nameFrom(label: string): string {
  const words = label
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const joined = words.map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  const begun = joined.replace(/^[^a-zA-Z]+/, '');
  return (begun.charAt(0).toLowerCase() + begun.slice(1)).slice(0, 63);
}
