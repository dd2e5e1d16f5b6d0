import { collapseSpace, foldWords, nearest, quoted } from '#platform/text';
import { bad, good, type Normalised } from '../normalised.ts';
import { alpha2ByAlpha3, otherCountryNames } from './country-codes.ts';

const languagesOfNames = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv'];
const countries = [...new Set(alpha2ByAlpha3.values())];
const known = new Set(countries);
let codesByName: ReadonlyMap<string, string> | undefined;
let englishNames: readonly string[] | undefined;

/** A country as its ISO 3166 alpha-2 code, out of a code or of its name in its own language or one of nine others. */
export function normaliseCountry(text: string): Normalised<string> {
  const cell = collapseSpace(text);
  if (cell.length === 2 || cell.length === 3) {
    const code = cell.toUpperCase();
    if (known.has(code)) return good(code);
    const long = alpha2ByAlpha3.get(code);
    if (long) return good(long);
  }
  if (cell === '') return bad('The country is empty.');
  const name = foldWords(cell.slice(0, 200));
  codesByName ??= collectNames();
  const code = codesByName.get(name) ?? codesByName.get(name.replace(/^the /, ''));
  if (code) return good(code);
  const meant = similarCountry(name);
  return bad(`${quoted(cell)} is not a country we know${meant ? `: did you mean ${meant}?` : '.'}`);
}

/** Among English names with the same first letter only: a column of a million wrong values must not take minutes. */
function similarCountry(name: string): string | undefined {
  englishNames ??= countries.map(countryName);
  const sameLetter = englishNames.filter((candidate) => candidate.charAt(0).toLowerCase() === name.charAt(0));
  return name.length > 3 && name.length < 40 ? nearest(name, sameLetter) : undefined;
}

const display = new Intl.DisplayNames('en', { type: 'region' });

/** The English name of a country by its alpha-2 code; the code itself when it is none. */
export function countryName(code: string): string {
  return known.has(code) ? (display.of(code) ?? code) : code;
}

/** About 20 ms, so only when the first name comes that is not a code. */
function collectNames(): Map<string, string> {
  const names = new Map<string, string>();
  const addAll = (language: string, codes: readonly string[]) => {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = foldWords(display.of(code) ?? '');
      if (name !== '' && !names.has(name)) names.set(name, code);
    }
  };
  for (const [name, code] of Object.entries(otherCountryNames)) names.set(name, code);
  for (const language of languagesOfNames) addAll(language, countries);
  const codesByLanguage = Map.groupBy(countries, (code) => new Intl.Locale(`und-${code}`).maximize().language);
  for (const [language, codes] of codesByLanguage) if (language !== 'und') addAll(language, codes);
  return names;
}
