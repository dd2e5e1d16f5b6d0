import { fold } from '#platform/text';
import { smallParticles } from './name-words.ts';

const hasSmall = /\p{Ll}/u;
const hasCapital = /\p{Lu}/u;
const words = /[\p{L}\p{M}]+/gu;
const roman = /^(?:II|III|IV|VI|VII|VIII|IX)$/;
const vowel = /[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿıаеёиоуыэюя]/i;
const turkish = /[İĞ]/;

/**
 * A name in nothing but capitals or nothing but small letters, written as names are: `MARIA DE LA CRUZ` becomes
 * `Maria de la Cruz`, `o'neil-mcdonald` becomes `O'Neil-McDonald`. A name that has both is somebody's own way to
 * write it and stays as it is, as do names in scripts without capitals.
 */
export function repairCase(name: string): string {
  const small = hasSmall.test(name);
  const capital = hasCapital.test(name);
  if (small === capital) return name;
  const language = turkish.test(name) ? 'tr' : undefined;
  const parts = name.split(' ');
  const last = parts.length - 1;
  return parts
    .map((part, index) =>
      repairPart(part, capital, language, index > 0 || last > 0 ? index < last : false, parts[index - 1]),
    )
    .join(' ');
}

function repairPart(
  part: string,
  capitals: boolean,
  language: string | undefined,
  beforeOthers: boolean,
  before: string | undefined,
): string {
  if (beforeOthers && isSmallParticle(part, before)) return part.toLowerCase();
  if (capitals && (roman.test(part) || isInitials(part))) return part;
  return part.replace(words, (word, offset: number) => repairWord(word, part.charAt(offset - 1), language));
}

function isSmallParticle(part: string, before: string | undefined): boolean {
  const word = fold(part);
  if (smallParticles.has(word)) return true;
  return (
    (word === 'la' || word === 'las' || word === 'los' || word === 'le') &&
    before !== undefined &&
    fold(before) === 'de'
  );
}

/** `JP`, `J.R.R.` and `TJ` stay in capitals; `LI`, `WU` and `NG` are names. */
function isInitials(part: string): boolean {
  if (part.includes('.')) return /^(?:\p{Lu}\.-?)+\p{Lu}?\.?$/u.test(part);
  return part.length === 2 && /^\p{Lu}{2}$/u.test(part) && !vowel.test(part) && part !== 'NG';
}

function repairWord(word: string, before: string, language: string | undefined): string {
  const small = language ? word.toLocaleLowerCase(language) : word.toLowerCase();
  if (/['’]/.test(before) && small.length < 2) return small;
  if (/^mc\p{L}{3}/u.test(small)) return `Mc${upperFirst(small.slice(2), language)}`;
  return upperFirst(small, language);
}

function upperFirst(word: string, language: string | undefined): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return (language ? first.toLocaleUpperCase(language) : first.toUpperCase()) + word.slice(first.length);
}
