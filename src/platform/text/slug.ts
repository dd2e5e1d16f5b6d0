import { foldWords } from './fold.ts';

/** A short name for an address or a file: `Zoë's 1st list` becomes `zoe-s-1st-list`. Empty when the text has no letter or digit. At most `maxLength` UTF-16 units, never cut inside a character. */
export function slug(text: string, maxLength = 60): string {
  const words = foldWords(text).replaceAll(' ', '-');
  if (words.length <= maxLength) return words;
  let cut = '';
  for (const character of words) {
    if (cut.length + character.length > maxLength) break;
    cut += character;
  }
  return cut.replace(/-+$/, '');
}
