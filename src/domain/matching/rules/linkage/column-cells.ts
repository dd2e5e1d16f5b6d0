import { foldWords } from '#platform/text';
import { normaliseEmail } from '../addresses/email.ts';
import { isGivenName } from '../comparing/nicknames.ts';
import { datePartsOf } from '../values/date-parts.ts';

const longestLooked = 300;
const looksLikePhone = /^(?:tel:|[+(0]|\d{2,4}[\s./-])[\d\s().+/-]{5,24}(?:\s*(?:x|ext\.?)\s*\d+)?$/i;
const isNumber = /^\p{Sc}?\s?[-+]?\d{1,3}(?:[.,\s]?\d{3})*(?:[.,]\d+)?\s?(?:\p{Sc}|eur|usd|gbp)?$/iu;
const isWholeNumber = /^\d+$/;
const isAddress = /^(?:https?:\/\/)?(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:[/?#].*)?$/iu;

/** What stands in a column, as shares of the cells that are not empty. */
export interface CellFacts {
  filled: number;
  distinct: number;
  email: number;
  phone: number;
  date: number;
  number: number;
  wholeNumber: number;
  url: number;
  /** A given name that is known, as the only word. */
  givenName: number;
  /** Two to five words without digits, of which one is a given name that is known. */
  personName: number;
  oneWord: number;
  hasDigit: number;
  meanWords: number;
  meanLength: number;
}

/** Looks at the cells of a column. */
export function factsOfCells(cells: readonly string[]): CellFacts {
  const texts = cells.map((cell) => cell.slice(0, longestLooked).trim()).filter((cell) => cell !== '');
  const count = Math.max(1, texts.length);
  const share = (test: (cell: string) => boolean): number => texts.filter(test).length / count;
  const words = texts.map((cell) => foldWords(cell).split(' '));
  const shareOfWords = (test: (words: string[]) => boolean): number => words.filter(test).length / count;
  return {
    filled: texts.length,
    distinct: new Set(texts).size,
    email: share((cell) => cell.includes('@') && normaliseEmail(cell).value !== undefined),
    phone: share((cell) => looksLikePhone.test(cell) && /(?:\d\D*){7}/.test(cell) && !isDate(cell)),
    date: share(isDate),
    number: share((cell) => isNumber.test(cell)),
    wholeNumber: share((cell) => isWholeNumber.test(cell)),
    url: share((cell) => isAddress.test(cell)),
    givenName: shareOfWords((one) => one.length <= 2 && isGivenName(one[0] as string)),
    personName: shareOfWords((one) => one.length >= 2 && one.length <= 5 && one.some(isGivenName)),
    oneWord: share((cell) => /^[\p{L}\p{M}'’-]+$/u.test(cell)),
    hasDigit: share((cell) => /\d/.test(cell)),
    meanWords: words.reduce((sum, one) => sum + one.length, 0) / count,
    meanLength: texts.reduce((sum, one) => sum + one.length, 0) / count,
  };
}

function isDate(cell: string): boolean {
  const parts = datePartsOf(cell);
  if (!parts || parts.kind === 'serial') return false;
  if (parts.year < 1850 || parts.year > 2100) return false;
  if (parts.kind === 'numbers') return Math.min(parts.a, parts.b) <= 12 && Math.max(parts.a, parts.b) <= 31;
  return parts.month <= 12 && parts.day <= 31;
}
