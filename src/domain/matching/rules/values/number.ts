import { collapseSpace, quoted } from '#platform/text';
import { bad, good, type Normalised } from '../normalised.ts';

/** Which character stands before the decimals. */
export type DecimalMark = '.' | ',';

const digitsOnly = /[^\d.,'’\s]/g;

/**
 * Finds out from a column's cells which mark stands before decimals: `1.234,50` can be read in one way only.
 * Undefined when nothing tells, as in `1234` or `1,234`.
 */
export function inferDecimalMark(samples: Iterable<string>): DecimalMark | undefined {
  let points = 0;
  let commas = 0;
  for (const sample of samples) {
    const mark = decimalMarkOf(sample.slice(0, 100).replace(digitsOnly, '').trim());
    if (mark === '.') points++;
    if (mark === ',') commas++;
  }
  if (points === commas) return undefined;
  return points > commas ? '.' : ',';
}

function decimalMarkOf(text: string): DecimalMark | undefined {
  const point = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (point !== -1 && comma !== -1) return point > comma ? '.' : ',';
  const last = Math.max(point, comma);
  if (last === -1) return undefined;
  const mark = point === -1 ? ',' : '.';
  const other = mark === '.' ? ',' : '.';
  if (text.indexOf(mark) !== last) return other;
  const decimals = text.length - last - 1;
  if (decimals !== 3 || text.startsWith('0') || last > 3) return decimals === 0 ? undefined : mark;
  return undefined;
}

const allowed = /^[-+−(]?[\d.,'’\s\u00a0\u202f]*\d[\d.,'’\s\u00a0\u202f]*\)?-?$/;
const exponent = /^[-+]?\d+(?:\.\d+)?e[-+]?\d{1,2}$/i;
const longestNumber = 60;

/**
 * Makes the reader of a column's numbers. It answers an exact decimal text such as `-1234.5`: no exponent, no thousands
 * marks, no needless zeros in front. Reads `1.234,50`, `1 234.50`, `1'234.50`, `(12)` and `12-` as accountants write them, and `12 %` as 12.
 */
export function numberReader(mark: DecimalMark): (text: string) => Normalised<string> {
  const other = mark === '.' ? ',' : '.';
  return (text) => {
    const cell = collapseSpace(text.slice(0, longestNumber + 1)).replace(/\s?%$/, '');
    if (cell.length > longestNumber) return bad(`${quoted(text)} is not a number: it is too long.`);
    if (exponent.test(cell)) return good(plainDecimal(cell));
    if (!allowed.test(cell)) return bad(`${quoted(text)} is not a number.`);
    const negative = /^[-−(]|\d-$/.test(cell);
    const body = cell.replace(/[.,]-$/, '').replace(/[^\d.,]/g, '');
    const pieces = body.split(mark);
    if (pieces.length > 2) return regrouped(text, body, mark, negative);
    const [whole = '', decimals = ''] = pieces;
    if (decimals.includes(other)) return regrouped(text, body, mark, negative);
    if (!isGrouped(whole, other))
      return bad(`${quoted(text)} is not a number: its column writes decimals with ${quoted(mark)}.`);
    return good(decimalText(negative, whole.replaceAll(other, ''), decimals));
  };
}

/** `1.234.567` in a column with decimal points can only mean thousands, and `1.234,50` is clear in itself. */
function regrouped(text: string, body: string, mark: DecimalMark, negative: boolean): Normalised<string> {
  const other = mark === '.' ? ',' : '.';
  const [whole = '', decimals = '', ...more] = body.split(other);
  if (more.length > 0 || !isGrouped(whole, mark) || decimals.includes(mark))
    return bad(`${quoted(text)} is not a number.`);
  return good(decimalText(negative, whole.replaceAll(mark, ''), decimals));
}

/** Thousands marks, if any, stand between groups of three (of two in India). */
function isGrouped(whole: string, mark: string): boolean {
  if (!whole.includes(mark)) return true;
  const [first = '', ...groups] = whole.split(mark);
  const last = groups.pop() ?? '';
  return (
    first.length <= 3 &&
    first.length > 0 &&
    last.length === 3 &&
    groups.every((group) => group.length === 3 || group.length === 2)
  );
}

function decimalText(negative: boolean, whole: string, decimals: string): string {
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  const value = decimals === '' ? digits : `${digits}.${decimals}`;
  return negative && /[1-9]/.test(value) ? `-${value}` : value;
}

function plainDecimal(text: string): string {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const negative = mantissa.startsWith('-');
  const [whole = '', decimals = ''] = mantissa.replace(/^[-+]/, '').split('.');
  const shift = Number(power);
  const digits = whole + decimals;
  const point = whole.length + shift;
  if (point <= 0) return decimalText(negative, '0', '0'.repeat(-point) + digits);
  const padded = digits.padEnd(point, '0');
  return decimalText(negative, padded.slice(0, point), padded.slice(point));
}

/** A remainder below a hundredth of the value is rounded away: a revenue of 1100.04 is 1100. */
const dust = 0.01;

/** Reads whole numbers of a column, as JavaScript numbers without loss. `12.00` and `1100.04` are whole enough, `12.5` is not. */
export function integerReader(mark: DecimalMark): (text: string) => Normalised<number> {
  const read = numberReader(mark);
  return (text) => {
    if (/^\d{1,15}$/.test(text)) return good(Number(text));
    const found = read(text);
    if (found.problem !== undefined) return found;
    const value = Number(found.value);
    const whole = Math.round(value);
    if (Math.abs(value - whole) > Math.abs(value) * dust) return bad(`${quoted(text)} is not a whole number.`);
    return Number.isSafeInteger(whole) ? good(whole + 0) : bad(`${quoted(text)} is too large a number.`);
  };
}
