import { collapseSpace, quoted } from '#platform/text';
import { bad, good, type Normalised } from '../normalised.ts';
import type { DateOrder } from './date-order.ts';
import { datePartsOf } from './date-parts.ts';

const longestCell = 100;
const earliestYear = 1_000;
const latestYear = 2_999;

export interface DateReading {
  /** How three plain numbers are ordered. */
  order: DateOrder;
  /** The order is a guess, so a date that fits the other one only is read by the other one. */
  guessed?: boolean;
}

/** Makes the reader of a column's dates; it answers `2024-03-31`. A time behind the date is left out. */
export function dateReader(reading: DateReading): (text: string) => Normalised<string> {
  return (text) => {
    const found = readDate(text, reading);
    return found.problem === undefined ? good(found.value.date) : found;
  };
}

/** Makes the reader of a column's points in time; it answers `2024-03-31T14:05:00.000Z`. What names no zone counts as UTC. */
export function dateTimeReader(reading: DateReading): (text: string) => Normalised<string> {
  return (text) => {
    if (/^\d{10}(?:\d{3})?$/.test(text))
      return good(new Date(Number(text) * (text.length === 10 ? 1_000 : 1)).toISOString());
    const found = readDate(text, reading);
    if (found.problem !== undefined) return found;
    if (found.value.rest === '') return good(`${found.value.date}T00:00:00.000Z`);
    const time = Date.parse(`${found.value.date}T${readTime(found.value.rest)}`);
    return Number.isNaN(time)
      ? bad(`${quoted(text)} has a date but its time cannot be read.`)
      : good(new Date(time).toISOString());
  };
}

interface FoundDate {
  date: string;
  rest: string;
}

function readDate(text: string, reading: DateReading): Normalised<FoundDate> {
  const cell = text.length > longestCell ? '' : collapseSpace(text);
  const parts = datePartsOf(cell);
  if (!parts) return bad(`${quoted(text)} is not a date.`);
  if (parts.kind === 'serial') return fromSerial(text, parts.days);
  if (parts.kind !== 'numbers') return check(text, parts.year, parts.month, parts.day, parts.rest);
  const { a, b, year, rest } = parts;
  const monthFirst = reading.order === 'mdy';
  const found = monthFirst ? check(text, year, a, b, rest) : check(text, year, b, a, rest);
  if (found.problem === undefined) return found;
  const other = monthFirst ? check(text, year, b, a, rest) : check(text, year, a, b, rest);
  if (other.problem !== undefined) return found;
  if (reading.guessed) return other;
  return bad(`${quoted(text)} does not fit its column, which writes the ${monthFirst ? 'month' : 'day'} first.`);
}

// Excel counts days from 1900 and believes in 29 February 1900, so day 1 is taken as 31 December 1899.
const excelDayZeroMs = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;

function fromSerial(text: string, days: number): Normalised<FoundDate> {
  const date = new Date(excelDayZeroMs + days * dayMs);
  const year = date.getUTCFullYear();
  if (year < 1930 || year > 2080) return bad(`${quoted(text)} is not a date.`);
  return good({ date: date.toISOString().slice(0, 10), rest: '' });
}

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function check(text: string, year: number, month: number, day: number, rest: string): Normalised<FoundDate> {
  if (year < earliestYear || year > latestYear)
    return bad(`${quoted(text)} is not a date: there is no year ${year} here.`);
  if (month < 1 || month > 12) return bad(`${quoted(text)} is not a date: there is no month ${month}.`);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 && !leap ? 28 : (monthLengths[month - 1] ?? 0);
  if (day < 1 || day > length) return bad(`${quoted(text)} is not a date: that month has no day ${day}.`);
  return good({ date: `${year}-${twoDigits(month)}-${twoDigits(day)}`, rest });
}

const clock =
  /^(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:[.,](\d{1,9}))?\s?([ap])?\.?m?\.?\s?(z|utc|gmt|[+-]\d{2}:?\d{2})?$/i;

function readTime(text: string): string {
  const match = clock.exec(text);
  if (!match) return 'unreadable';
  const [, hours, minutes, seconds = '00', fraction = '', half, zone = 'Z'] = match;
  let hour = Number(hours);
  if (half) hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : /^[+-]/.test(zone) ? zone : 'Z';
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
  return `${twoDigits(hour)}:${minutes}:${seconds}.${milliseconds}${offset}`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
