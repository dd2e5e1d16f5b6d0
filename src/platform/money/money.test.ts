import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addMoney,
  canonicalMoney,
  currencyCodes,
  formatMoney,
  fromMinorUnits,
  parseMoney,
  toMinorUnits,
} from './index.ts';

const euros = (amount: string) => ({ amount, currency: 'EUR' });

test.each([
  ['12.3', 'EUR', 1230n],
  ['0.1', 'EUR', 10n],
  ['-0.01', 'USD', -1n],
  ['1500', 'JPY', 1500n],
  ['1500.00', 'JPY', 1500n],
  ['1.234', 'KWD', 1234n],
  ['92233720368547758.07', 'EUR', 9223372036854775807n],
])('%s %s is %s minor units', (amount, currency, minor) => {
  expect(toMinorUnits(amount, currency)).toBe(minor);
});

test('minor units and amounts are the same thing, for every currency', () => {
  fc.assert(
    fc.property(fc.bigInt(-(2n ** 63n) + 1n, 2n ** 63n - 1n), fc.constantFrom(...currencyCodes), (minor, currency) => {
      expect(toMinorUnits(fromMinorUnits(minor, currency), currency)).toBe(minor);
    }),
  );
});

test.each([
  '',
  ' ',
  '1,5',
  '1e5',
  'NaN',
  '0x10',
  '12.345',
  '.5',
  '5.',
  '--5',
  '92233720368547758.08',
  '9'.repeat(30),
  '١٢',
])('%j euros are refused', (amount) => {
  expect(() => toMinorUnits(amount, 'EUR')).toThrow(expect.objectContaining({ code: 'amount_unusable', status: 400 }));
});

test.each(['', 'eur', 'XXX', '__proto__', 'constructor'])('%j is no currency', (currency) => {
  expect(() => toMinorUnits('1', currency)).toThrow(expect.objectContaining({ code: 'currency_unknown' }));
});

test('ten cents ten times are one euro', () => {
  expect(addMoney(euros('0'), ...Array.from({ length: 10 }, () => euros('0.1')))).toEqual(euros('1.00'));
});

test('currencies are never mixed, and a sum never overflows', () => {
  expect(() => addMoney(euros('1'), { amount: '1', currency: 'USD' })).toThrow(/cannot be added/);
  expect(() => addMoney(euros('92233720368547758.07'), euros('0.01'))).toThrow(/larger/);
});

test('the largest amount is shown to the cent', () => {
  expect(formatMoney(euros('92233720368547758.07'), 'en')).toBe('€92,233,720,368,547,758.07');
  expect(formatMoney({ amount: '1234', currency: 'JPY' }, 'en')).toBe('¥1,234');
  expect(formatMoney(euros('-1234.5'), 'de')).toBe('-1.234,50\u00a0€');
});

test('an amount is written with all digits of its currency', () => {
  expect(canonicalMoney(euros('7'))).toEqual(euros('7.00'));
});

test.each([
  ['1.234,50 €', '1234.50', 'EUR'],
  ['$1,234.50', '1234.50', 'USD'],
  ['1 234 567', '1234567.00', 'EUR'],
  ["CHF 1'234.50", '1234.50', 'CHF'],
  ['1.234', '1234.00', 'EUR'],
  ['12.5', '12.50', 'EUR'],
  ['12,5', '12.50', 'EUR'],
  ['0,5', '0.50', 'EUR'],
  ['₹12,34,567.89', '1234567.89', 'INR'],
  ['(12.00) ', '-12.00', 'EUR'],
  ['−5', '-5.00', 'EUR'],
  ['5.00-', '-5.00', 'EUR'],
  ['-$5', '-5.00', 'USD'],
  ['1.234 KWD', '1.234', 'KWD'],
  ['500 kr', '500.00', 'SEK'],
  ['1.000.000 zł', '1000000.00', 'PLN'],
])('somebody who writes %j means %s %s', (text, amount, currency) => {
  expect(parseMoney(text, { currency: 'EUR' })).toEqual({ amount, currency });
});

test('a known decimal mark decides, and the given currency owns its sign', () => {
  expect(parseMoney('$ 1.234', { currency: 'CAD', decimalMark: ',' })).toEqual({ amount: '1234.00', currency: 'CAD' });
  expect(parseMoney('1,234.5', { currency: 'EUR', decimalMark: ',' })).toBeUndefined();
});

test.each([
  '',
  'ten',
  '1.2.3',
  '1,23,4',
  '12.345.67',
  '--5',
  '(-5)',
  '€5€',
  '5 XYZ',
  '12.345.6789',
  '=1+1',
  '1e9',
  '1.0001',
  '٣',
  '5'.repeat(79),
])('%j is not understood rather than guessed', (text) => {
  expect(parseMoney(text, { currency: 'EUR' })).toBeUndefined();
});

test('what we write for people we read again', () => {
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 15n), 10n ** 15n),
      fc.constantFrom('de', 'en', 'de-CH', 'en-IN'),
      (minor, locale) => {
        const money = euros(fromMinorUnits(minor, 'EUR'));
        const mark = locale === 'de' ? ',' : '.';
        expect(parseMoney(formatMoney(money, locale), { currency: 'USD', decimalMark: mark })).toEqual(money);
      },
    ),
  );
});
