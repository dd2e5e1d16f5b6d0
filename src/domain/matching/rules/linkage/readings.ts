import { fold, foldWords } from '#platform/text';
import { registrableDomain } from '../addresses/domain.ts';
import { normaliseEmail } from '../addresses/email.ts';
import { normalisePhone } from '../addresses/phone.ts';
import { romanise } from '../comparing/romanise.ts';
import { spellOutStreet } from '../comparing/street-words.ts';
import { companyKey } from '../names/company-name.ts';
import { normaliseCountry } from '../values/country.ts';
import { dateReader } from '../values/date.ts';
import { inferDateOrder } from '../values/date-order.ts';
import { inferDecimalMark, numberReader } from '../values/number.ts';
import type { ColumnKind } from './header-kinds.ts';

/** Brings a cell into the form in which it is compared; empty where there is nothing. */
export type Reading = (cell: string) => string;

const longestCell = 600;
const noValue = /^(?:null|NULL|nan|NaN|none|None|n\/a|N\/A|#N\/A|-+|\?+|unknown|Unknown|undefined|\(null\))$/;

/** How the cells of a column are read; the first rows tell how it writes dates and numbers. */
export function readingOf(kind: ColumnKind, sample: readonly string[]): Reading {
  const read = readingOfKind(kind, sample);
  return (cell) => {
    const text = (cell.length > longestCell ? cell.slice(0, longestCell) : cell).trim();
    return text === '' || noValue.test(text) ? '' : read(text);
  };
}

const words: Reading = (text) => romanise(foldWords(text));

function readingOfKind(kind: ColumnKind, sample: readonly string[]): Reading {
  switch (kind) {
    case 'email':
      return (text) => normaliseEmail(text).value?.key ?? fold(text);
    case 'phone':
      return phoneDigits;
    case 'date':
      return dateDigits(sample);
    case 'number':
      return plainNumber(sample);
    case 'country':
      return (text) => normaliseCountry(text).value ?? words(text);
    case 'domain':
      return (text) => registrableDomain(text) ?? words(text);
    case 'postcode':
    case 'code':
      return (text) => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
    case 'street':
      return (text) => spellOutStreet(words(text));
    case 'company':
      return (text) => romanise(companyKey(text));
    default:
      return words;
  }
}

/** All digits of a number, without what only says how to dial it. */
function phoneDigits(text: string): string {
  const found = text.startsWith('+') ? normalisePhone(text).value?.value : undefined;
  const digits = (found ?? text.normalize('NFKC').replace(/(?:ext|x)\.?\s*\d+$/i, ''))
    .replace(/\D/g, '')
    .replace(/^0+/, '');
  return digits.length >= 4 ? digits : '';
}

/** A date as eight digits; one that is none keeps its digits, so that a slip of the pen is still near. */
function dateDigits(sample: readonly string[]): Reading {
  const read = dateReader({ order: inferDateOrder(sample) === 'mdy' ? 'mdy' : 'dmy', guessed: true });
  return (text) => (read(text).value ?? text).replace(/\D/g, '').slice(0, 12) || words(text);
}

function plainNumber(sample: readonly string[]): Reading {
  const read = numberReader(inferDecimalMark(sample) ?? '.');
  return (text) => {
    const value = read(text.replace(/^\p{Sc}\s?|\s?(?:\p{Sc}|\p{L}{3})$/gu, '')).value;
    return value === undefined ? '' : String(Number(value));
  };
}
