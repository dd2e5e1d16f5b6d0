import { monthNumber } from './months.ts';

/** `iso`, `compact`, `named` and `serial` can be read in one way only; `numbers` are three numbers whose order is to be found out. */
export type DateParts =
  | { kind: 'iso' | 'compact' | 'named' | 'yearFirst'; year: number; month: number; day: number; rest: string }
  | { kind: 'numbers'; a: number; b: number; year: number; rest: string }
  | { kind: 'serial'; days: number };

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[T\s])(.*)$/;
const yearFirst = /^(\d{4})[/.\s](\d{1,2})[/.\s](\d{1,2})\.?(?=$|[T\s])(.*)$/;
const eastAsian = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?(.*)$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const numbers = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|'?\d{2})(?=$|[,\s])(.*)$/;
const dayFirst =
  /^(?:\p{L}{2,12}\.?,?\s)?(\d{1,2})(?:st|nd|rd|th|er|º|°)?[.\-/\s]*(?:de\s|of\s)?(\p{L}{3,12})\.?,?[-/.\s]*(?:de\s|del\s)?(\d{4}|'?\d{2})(?=$|[,\s])(.*)$/u;
const monthFirst =
  /^(?:\p{L}{2,12}\.?,?\s)?(\p{L}{3,12})\.?[-\s]+(\d{1,2})(?:st|nd|rd|th)?,?[-\s]+(\d{4}|'?\d{2})(?=$|[,\s])(.*)$/u;
const serial = /^(\d{5})(?:[.,]\d+)?$/;

/** Takes a date apart without deciding which of two small numbers is the month. `pivot` is the last two-digit year that belongs to 20xx. */
export function datePartsOf(text: string, pivot = 68): DateParts | undefined {
  const isoMatch = iso.exec(text);
  if (isoMatch) return whole('iso', isoMatch[1], isoMatch[2], isoMatch[3], isoMatch[4]);
  const plain = numbers.exec(text);
  if (plain)
    return {
      kind: 'numbers',
      a: Number(plain[1]),
      b: Number(plain[2]),
      year: fullYear(plain[3] ?? '', pivot),
      rest: rest(plain[4]),
    };
  const small = compact.exec(text);
  if (small) return whole('compact', small[1], small[2], small[3], '');
  const year = yearFirst.exec(text) ?? eastAsian.exec(text);
  if (year) return whole('yearFirst', year[1], year[2], year[3], year[4]);
  const days = serial.exec(text);
  if (days) return { kind: 'serial', days: Number(days[1]) };
  return named(text, pivot);
}

function named(text: string, pivot: number): DateParts | undefined {
  const first = dayFirst.exec(text);
  const second = first ? null : monthFirst.exec(text);
  const match = first ?? second;
  if (!match) return undefined;
  const [day, name] = first ? [match[1], match[2]] : [match[2], match[1]];
  const month = monthNumber(name ?? '');
  if (month === undefined) return undefined;
  return { kind: 'named', year: fullYear(match[3] ?? '', pivot), month, day: Number(day), rest: rest(match[4]) };
}

function whole(
  kind: 'iso' | 'compact' | 'yearFirst',
  year?: string,
  month?: string,
  day?: string,
  after?: string,
): DateParts {
  return { kind, year: Number(year), month: Number(month), day: Number(day), rest: rest(after) };
}

function rest(text: string | undefined): string {
  return (text ?? '').replace(/^[T,\s]+/, '');
}

function fullYear(text: string, pivot: number): number {
  const digits = text.replace("'", '');
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year <= pivot ? 2000 + year : 1900 + year;
}
