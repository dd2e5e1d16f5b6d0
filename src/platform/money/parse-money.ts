import { currencyDigits } from './currencies.ts';
import { canonicalMoney, type Money } from './money.ts';

export interface ParseMoneyOptions {
  /** The currency where the text names none. */
  currency: string;
  /** The decimal mark of the column or the locale, where known; else it is inferred from the text. */
  decimalMark?: '.' | ',';
}

const signs: Record<string, string> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₩': 'KRW',
  '₺': 'TRY',
  '₽': 'RUB',
  '₴': 'UAH',
  '₫': 'VND',
  '₪': 'ILS',
  zł: 'PLN',
  kč: 'CZK',
  r$: 'BRL',
};
/** Signs of several currencies: the given currency, if it is one of theirs. */
const sharedSigns: Record<string, string[]> = {
  $: ['USD', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'MXN', 'ARS', 'CLP', 'COP'],
  '¥': ['JPY', 'CNY'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
};

function currencyOf(sign: string, given: string): string | undefined {
  if (sign === '') return given;
  const shared = sharedSigns[sign.toLowerCase()];
  if (shared) return shared.includes(given) ? given : shared[0];
  const code = signs[sign.toLowerCase()] ?? sign.toUpperCase();
  return currencyDigits(code) === undefined ? undefined : code;
}

function isGrouped(parts: string[]): boolean {
  const [first = '', ...rest] = parts;
  // Two digits in the middle: Indian grouping, 12,34,567.
  return (
    /^[1-9]\d{0,2}$/.test(first) &&
    rest.every((part, index) => (index === rest.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(part))
  );
}

function decimalMarkOf(number: string, digits: number): '.' | ',' | undefined {
  const dot = number.lastIndexOf('.');
  const comma = number.lastIndexOf(',');
  if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
  const mark = dot >= 0 ? '.' : ',';
  const parts = number.split(mark);
  // A single mark with three digits behind it can only be of thousands, unless the currency has three digits.
  return parts.length > 2 || (digits !== 3 && isGrouped(parts)) ? undefined : mark;
}

function plainDecimal(number: string, digits: number, known: '.' | ',' | undefined): string | undefined {
  const bare = number.replaceAll(/[\s'’_]/g, '');
  if (!/^[\d.,]{1,40}$/.test(bare) || !/\d/.test(bare)) return undefined;
  const mark = known ?? decimalMarkOf(bare, digits);
  const [whole = '', fraction, ...more] = mark ? bare.split(mark) : [bare];
  if (more.length > 0 || (fraction !== undefined && !/^\d*$/.test(fraction))) return undefined;
  const groups = whole.split(/[.,]/);
  if (groups.length > 1 && !isGrouped(groups)) return undefined;
  return `${groups.join('') || '0'}${fraction ? `.${fraction}` : ''}`;
}

/**
 * What people write into a cell, `€ 1.234,50`, `(12.00) USD`, `1 234`, as money; undefined when it cannot be understood or kept exactly.
 * Never guesses between two readings that differ by the decimal mark: a lone mark before three digits is of thousands.
 */
export function parseMoney(text: string, options: ParseMoneyOptions): Money | undefined {
  if (text.length > 80) return undefined;
  const trimmed = text.trim().replaceAll(/[−–]/g, '-');
  const inBrackets = /^\((.*)\)$/.exec(trimmed)?.[1];
  const match = /^(-?)\s*([^\d\s.,()-]{0,4})\s*(-?)([\d.,'’_\s]*?)\s*([^\d\s.,()'’_-]{0,4})\s*(-?)$/u.exec(
    inBrackets ?? trimmed,
  );
  if (!match) return undefined;
  const [, before = '', signBefore = '', inner = '', number = '', signAfter = '', after = ''] = match;
  const minuses = (before + inner + after + (inBrackets === undefined ? '' : '-')).length;
  const currency =
    signBefore !== '' && signAfter !== '' ? undefined : currencyOf(signBefore + signAfter, options.currency);
  if (currency === undefined || minuses > 1) return undefined;
  const decimal = plainDecimal(number, currencyDigits(currency) ?? 2, options.decimalMark);
  if (decimal === undefined) return undefined;
  try {
    return canonicalMoney({ amount: minuses === 1 ? `-${decimal}` : decimal, currency });
  } catch {
    return undefined;
  }
}
