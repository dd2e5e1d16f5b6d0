const rules: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn|wr)/, 'n'],
  [/ph|v|w/g, 'f'],
  [/sch|sh|tch|ch|cz|sz|zh|tz|ts/g, 's'],
  [/ck|q|x|c|g(?!h)/g, 'k'],
  [/gh|h/g, ''],
  [/z/g, 's'],
  [/d/g, 't'],
  [/b/g, 'p'],
  [/j|y|[aeiou]/g, 'a'],
  [/(?!^)a/g, ''],
  [/(.)\1+/g, '$1'],
];
const latin = /^[a-z]+$/;
const longestCode = 5;

/** How a folded word sounds, roughly and in no language in particular: `philip` and `filipp` are `flp`. Words in other scripts stand for themselves. */
export function phoneticCode(word: string): string {
  if (!latin.test(word)) return word.slice(0, longestCode);
  let code = word;
  for (const [pattern, replacement] of rules) code = code.replace(pattern, replacement);
  return code.slice(0, longestCode);
}
