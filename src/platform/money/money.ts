import { Problem } from '#platform/errors';
import { currencyDigits } from './currencies.ts';

/** An amount as the API shows it: a decimal string and an ISO 4217 code, `{ amount: '12.30', currency: 'EUR' }`. */
export interface Money {
  amount: string;
  currency: string;
}

const largest = 2n ** 63n - 1n;

function digitsOf(currency: string): number {
  const digits = currencyDigits(currency);
  if (digits === undefined) {
    throw new Problem('currency_unknown', {
      detail: `'${currency.slice(0, 20)}' is not a currency. Use a code of ISO 4217, such as EUR or USD.`,
    });
  }
  return digits;
}

function unusable(amount: string, reason: string): Problem {
  return new Problem('amount_unusable', { detail: `'${amount.slice(0, 40)}' ${reason}` });
}

/**
 * `'12.3'`, `'EUR'` → `1230n`, exactly. Throws `currency_unknown`, or `amount_unusable` when it is no decimal number,
 * has more digits than the currency, or does not fit into 64 bits.
 */
export function toMinorUnits(amount: string, currency: string): bigint {
  const digits = digitsOf(currency);
  const [, sign = '', whole, fraction = ''] = /^(-?)(\d{1,19})(?:\.(\d{1,30}))?$/.exec(amount) ?? [];
  if (whole === undefined)
    throw unusable(amount, 'is not an amount. Write it as 1234.50, without signs of currency or thousands.');
  const kept = fraction.slice(0, digits);
  if (/[1-9]/.test(fraction.slice(digits))) {
    throw unusable(amount, `has more than ${digits} digits after the point, and ${currency} has no more.`);
  }
  const minor = BigInt(sign + whole + kept.padEnd(digits, '0'));
  if (minor > largest || minor < -largest) throw unusable(amount, 'is larger than Kith can keep.');
  return minor;
}

/** `1230n`, `'EUR'` → `'12.30'`, with all digits of the currency. */
export function fromMinorUnits(minor: bigint, currency: string): string {
  const digits = digitsOf(currency);
  const sign = minor < 0n ? '-' : '';
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The same amount with all digits of its currency: `'12.3'` → `'12.30'`. Throws as `toMinorUnits`. */
export function canonicalMoney({ amount, currency }: Money): Money {
  return { amount: fromMinorUnits(toMinorUnits(amount, currency), currency), currency };
}

/** The sum, exactly. Throws `currencies_differ`; `amount_unusable` when it is too large. An empty list has no currency, so give at least one. */
export function addMoney(first: Money, ...others: Money[]): Money {
  let sum = toMinorUnits(first.amount, first.currency);
  for (const { amount, currency } of others) {
    if (currency !== first.currency) {
      throw new Problem('currencies_differ', {
        detail: `${first.currency} and ${currency} cannot be added. Convert one of them first.`,
      });
    }
    sum += toMinorUnits(amount, currency);
  }
  return canonicalMoney({ amount: fromMinorUnits(sum, first.currency), currency: first.currency });
}

/** An amount times a decimal number, rounded half away from zero to the last digit of its currency. Throws as `toMinorUnits`. */
export function multiplyMoney({ amount, currency }: Money, factor: string): Money {
  const [, sign = '', whole, fraction = ''] = /^(-?)(\d{1,19})(?:\.(\d{1,30}))?$/.exec(factor) ?? [];
  if (whole === undefined) throw unusable(factor, 'is not a number to multiply by.');
  const scale = 10n ** BigInt(fraction.length);
  const product = toMinorUnits(amount, currency) * BigInt(sign + whole + fraction);
  const half = product < 0n ? -scale : scale;
  const minor = (product * 2n + half) / (scale * 2n);
  return canonicalMoney({ amount: fromMinorUnits(minor, currency), currency });
}

/** As people of the locale write it: `1.234,50 €` in `de`. Exact for every amount. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const exact = fromMinorUnits(toMinorUnits(amount, currency), currency);
  const fractionDigits = digitsOf(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
  }).format(exact as Intl.StringNumericLiteral);
}
