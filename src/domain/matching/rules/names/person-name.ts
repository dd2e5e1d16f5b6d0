import { collapseSpace, fold, foldWords, quoted } from '#platform/text';
import { bad, good, type Normalised } from '../normalised.ts';
import { repairCase } from './name-case.ts';
import {
  particles,
  particlesInSmallLetters,
  suffixes,
  suffixesWhenMarked,
  titles,
  titlesWithStop,
} from './name-words.ts';

export interface PersonName {
  /** Given names, middle names included. */
  first?: string;
  last?: string;
  /** `Dr.`, `Frau`, as it was written. */
  salutation?: string;
  /** `Jr.`, `PhD`, as it was written. */
  suffix?: string;
}

const longestName = 255;
const hasLetter = /\p{L}/u;
const webOrMail = /@|https?:|www\./i;
const eastAsian = /^[\p{Script=Han}\p{Script=Hangul}]+$/u;

/** A first or last name on its own: white space in order, case repaired. Refuses what is no name (addresses, numbers, too long). */
export function normaliseNamePart(text: string): Normalised<string> {
  const name = collapseSpace(text.length > longestName * 4 ? text.slice(0, longestName * 4) : text);
  const problem = whyNoName(name);
  return problem ? bad(problem) : good(repairCase(name));
}

/**
 * Splits a full name: `Dr. Ludwig van Beethoven`, `Silva, Ana Maria, PhD`, `山田 太郎`. The family name is the last word
 * with the particles before it, or what stands before a comma, or the first word in Chinese, Japanese and Korean
 * script. A name of one word is a first name.
 */
export function splitPersonName(text: string): Normalised<PersonName> {
  const name = collapseSpace(text.length > longestName * 4 ? text.slice(0, longestName * 4) : text);
  const problem = whyNoName(name);
  if (problem) return bad(problem);
  const result: PersonName = {};
  const { family, given } = readCommas(name, result);
  let tokens = takeTitles(given.split(/[\s・･]+/), result, family === undefined ? 2 : 1);
  if (family !== undefined) {
    result.first = repairCase(tokens.join(' '));
    result.last = repairCase(takeTitles(family.split(' '), result, 1).join(' '));
    return good(result);
  }
  tokens = takeSuffixes(tokens, result);
  const at = familyNameAt(tokens);
  const familyFirst = at === 0;
  const cut = familyFirst ? leadingCapitals(tokens) || 1 : at;
  const repaired = repairMixed(tokens);
  const [before, behind] = [repaired.slice(0, cut).join(' '), repaired.slice(cut).join(' ')];
  if (behind === '') result.first = before;
  else if (familyFirst) Object.assign(result, { first: behind, last: before });
  else Object.assign(result, { first: before, last: behind });
  return good(result);
}

/** For exact comparison: both names folded, one space between words, no punctuation. Empty when there is none. */
export function nameKey(name: { first?: string | undefined; last?: string | undefined }): string {
  return foldWords(`${name.first ?? ''} ${name.last ?? ''}`);
}

function whyNoName(name: string): string | undefined {
  if (name === '') return 'The name is empty.';
  if (!hasLetter.test(name)) return `${quoted(name)} is not a name: it has no letters.`;
  if (webOrMail.test(name)) return `${quoted(name)} is not a name: it looks like an address.`;
  if (name.length > longestName) return `${quoted(name)} is not a name: it is longer than ${longestName} characters.`;
  return undefined;
}

/** Takes suffixes behind commas, and splits `family, given`. */
function readCommas(name: string, result: PersonName): { family?: string; given: string } {
  if (!name.includes(',')) return { given: name };
  const parts = name.split(/\s*,\s*/).filter((part) => part !== '');
  const wholeName = parts[0]?.includes(' ') === true;
  const found: string[] = [];
  while (
    parts.length > 1 &&
    parts[parts.length - 1]?.split(' ').every((word) => isSuffix(word, wholeName || parts.length > 2))
  ) {
    found.unshift(parts.pop() ?? '');
  }
  if (found.length > 0) result.suffix = found.join(', ');
  const [family, given] = parts;
  return parts.length === 2 && family && given ? { family, given } : { given: parts.join(' ') };
}

function takeTitles(tokens: string[], result: PersonName, keep: number): string[] {
  let taken = 0;
  while (tokens.length - taken > 1 && isTitle(tokens[taken] ?? '', tokens.length - taken > keep)) taken++;
  if (taken === 0) return tokens;
  const found = tokens.slice(0, taken).join(' ');
  result.salutation = result.salutation ? `${found} ${result.salutation}` : found;
  return tokens.slice(taken);
}

function isTitle(token: string, severalFollow: boolean): boolean {
  const word = fold(token).replaceAll('.', '');
  if (titles.has(word)) return true;
  if (/^dipl\.?-/i.test(token) || /^h\.c\.$/i.test(token) || /^univ\.-/i.test(token)) return true;
  return severalFollow && token.endsWith('.') && titlesWithStop.has(word);
}

function takeSuffixes(tokens: string[], result: PersonName): string[] {
  let end = tokens.length;
  while (end > 2 && isSuffix(tokens[end - 1] ?? '', false)) end--;
  if (end > 2 && /^\(.*\)$/.test(tokens[end - 1] ?? '')) end--;
  if (end === tokens.length) return tokens;
  const found = tokens.slice(end).join(' ');
  result.suffix = result.suffix ? `${found}, ${result.suffix}` : found;
  return tokens.slice(0, end);
}

function isSuffix(token: string, behindComma: boolean): boolean {
  const word = fold(token).replaceAll('.', '');
  if (suffixes.has(word)) return true;
  return suffixesWhenMarked.has(word) && (behindComma || /\..*\./.test(token) || (token === 'MD' && word === 'md'));
}

/** Where the family name begins: behind the first names, or at 0 when it comes first. */
function familyNameAt(tokens: string[]): number {
  const count = tokens.length;
  if (count < 2) return count;
  if (count === 2 && tokens.every((token) => eastAsian.test(token))) return 0;
  const capitals = leadingCapitals(tokens);
  if (capitals > 0 && capitals < count) return 0;
  for (let at = 1; at < count - 1; at++) {
    const token = tokens[at] ?? '';
    const word = fold(token).replace(/\.$/, '');
    if (particles.has(word)) return at;
    if (token === word && particlesInSmallLetters.has(word)) return word.length === 1 && at > 1 ? at - 1 : at;
  }
  return count - 1;
}

/** `DUPONT Jean` is how half of Europe marks the family name. */
function leadingCapitals(tokens: string[]): number {
  let count = 0;
  while (count < tokens.length && isShouted(tokens[count] ?? '')) count++;
  return tokens.slice(count).every((token) => /\p{Ll}/u.test(token)) ? count : 0;
}

function isShouted(token: string): boolean {
  return token.length > 3 && /^[\p{Lu}'’-]+$/u.test(token);
}

/** Repairs a name in one case as a whole, and family names in capitals inside a name in mixed case. */
function repairMixed(tokens: string[]): string[] {
  const name = tokens.join(' ');
  const mixed = /\p{Ll}/u.test(name) && /\p{Lu}/u.test(name);
  if (mixed) return tokens.map((token) => (isShouted(token) ? repairCase(token) : token));
  return repairCase(name).split(' ');
}
