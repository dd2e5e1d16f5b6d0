import { collapseSpace, quoted } from '#platform/text';
import { bad, good, type Normalised } from '../normalised.ts';
import { type DecimalMark, numberReader } from './number.ts';

export interface Money {
  /** An exact decimal text, such as `1234.50`. */
  amount: string;
  /** ISO 4217, when the cell says it. A `$` alone does not. */
  currency: string | undefined;
}

const signs: Readonly<Record<string, string | undefined>> = {
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '￥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  '₴': 'UAH',
  '₪': 'ILS',
  '₫': 'VND',
  '₦': 'NGN',
  '฿': 'THB',
  '₱': 'PHP',
  zł: 'PLN',
  kč: 'CZK',
  ft: 'HUF',
  us$: 'USD',
  c$: 'CAD',
  ca$: 'CAD',
  a$: 'AUD',
  au$: 'AUD',
  nz$: 'NZD',
  hk$: 'HKD',
  s$: 'SGD',
  r$: 'BRL',
  mx$: 'MXN',
  fr: 'CHF',
  sfr: 'CHF',
  rs: 'INR',
  euro: 'EUR',
  euros: 'EUR',
  dollar: undefined,
  dollars: undefined,
  $: undefined,
  kr: undefined,
};
const currencies = new Set(Intl.supportedValuesOf('currency'));
const magnitudes: Readonly<Record<string, number>> = {
  k: 3,
  tsd: 3,
  m: 6,
  mm: 6,
  mio: 6,
  mn: 6,
  million: 6,
  millions: 6,
  b: 9,
  bn: 9,
  mrd: 9,
  billion: 9,
  billions: 9,
};
const shape = /^(\D*)(\d[\d.,'’\s]*)(\D*)$/u;
const words = /(?:us|ca?|au?|nz|hk|s|r|mx)\$|\p{L}+|\p{Sc}/giu;

/** Makes the reader of a column of amounts: `€ 1.234,50`, `USD 1.2M`, `1,234.50 kr`, `(500)`, `1.200,-`. */
export function moneyReader(mark: DecimalMark): (text: string) => Normalised<Money> {
  const readNumber = numberReader(mark);
  return (text) => {
    const plain = readNumber(text);
    if (plain.value !== undefined) return good({ amount: plain.value, currency: undefined });
    const match = text.length > 100 ? null : shape.exec(collapseSpace(text));
    if (!match) return plain;
    const [, before = '', digits = '', after = ''] = match;
    const trimmed = digits.trim();
    const dashForCents = /[.,]$/.test(trimmed) && /^[-–—]/.test(after);
    const negative = /[-−(]/.test(before) || (!dashForCents && /[-−)]/.test(after));
    const number = readNumber((negative ? '-' : '') + trimmed.replace(/[.,]$/, ''));
    if (number.value === undefined) return number;
    const unit = readUnit(before, after);
    if (unit === undefined) return bad(`${quoted(text)} is not an amount: its currency is not one we know.`);
    return good({ amount: timesTenTo(number.value, unit.power), currency: unit.currency });
  };
}

function readUnit(before: string, after: string): { currency: string | undefined; power: number } | undefined {
  let currency: string | undefined;
  let power = 0;
  for (const [side, isAfter] of [
    [before, false],
    [after, true],
  ] as const) {
    if (/[^-−()+.,'–—\s]/u.test(side.replace(words, ''))) return undefined;
    for (const [word] of side.matchAll(words)) {
      const small = word.toLowerCase();
      const magnitude = isAfter && Object.hasOwn(magnitudes, small) ? magnitudes[small] : undefined;
      if (magnitude !== undefined) power = magnitude;
      else if (currencies.has(word.toUpperCase())) currency = word.toUpperCase();
      else if (Object.hasOwn(signs, small)) currency = signs[small] ?? currency;
      else return undefined;
    }
  }
  return { currency, power };
}

function timesTenTo(decimal: string, power: number): string {
  if (power === 0) return decimal;
  const [whole = '', decimals = ''] = decimal.split('.');
  const moved = whole + decimals.slice(0, power).padEnd(power, '0');
  const rest = decimals.slice(power);
  const digits = moved.replace(/^(-?)0+(?=\d)/, '$1');
  return rest === '' ? digits : `${digits}.${rest}`;
}
