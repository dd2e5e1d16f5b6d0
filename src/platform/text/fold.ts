const beyondAscii = /\P{ASCII}/u;
const accents = /[\u0300-\u036f]/g;
const lettersWithoutDecomposition = /[ßæœøłđðþıħŋĸſ]/g;
const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ĸ: 'k',
  ſ: 's',
};

/**
 * Text without case and accents, for comparison only: `Ærø Müller` becomes `aero muller`.
 * Marks that carry meaning in other scripts (Devanagari vowels, Japanese voicing) stay. Folding twice changes nothing.
 */
export function fold(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(accents, '')
    .replace(lettersWithoutDecomposition, (letter) => plainLetters[letter] ?? letter)
    .replaceAll('ς', 'σ')
    .normalize('NFKC');
}

const notLetterOrDigit = /[^\p{L}\p{M}\p{N}]+/gu;
const notAsciiLetterOrDigit = /[^a-z0-9]+/g;

/** The folded words of a text with one space between them, punctuation gone: `E-Mail_1 ` becomes `e mail 1`. */
export function foldWords(text: string): string {
  const folded = fold(text);
  const pattern = beyondAscii.test(folded) ? notLetterOrDigit : notAsciiLetterOrDigit;
  return folded.replace(pattern, ' ').trim();
}
