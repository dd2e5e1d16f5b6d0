import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moneyReader } from './money.ts';
import { inferDecimalMark, integerReader, numberReader } from './number.ts';

const point = numberReader('.');
const comma = numberReader(',');

test.each([
  ['1,234.50', '1234.50'],
  ['1234', '1234'],
  ['1 234.5', '1234.5'],
  ["1'234.5", '1234.5'],
  ['(12.50)', '-12.50'],
  ['12-', '-12'],
  ['−7', '-7'],
  ['1.234.567', '1234567'],
  ['1.234,50', '1234.50'],
  ['12 %', '12'],
  ['.5', '0.5'],
  ['007', '7'],
  ['1e3', '1000'],
  ['-1.5e-3', '-0.0015'],
  ['12,34,567.89', '1234567.89'],
  ['-0', '0'],
])('%s is %s where decimals follow a point', (text, value) => {
  expect(point(text).value).toBe(value);
});

test.each([
  ['1.234,50', '1234.50'],
  ['1234,5', '1234.5'],
  ['1.234', '1234'],
  ['1.234.567', '1234567'],
  ['0,75', '0.75'],
  ['1,234.50', '1234.50'],
])('%s is %s where decimals follow a comma', (text, value) => {
  expect(comma(text).value).toBe(value);
});

test.each(['', 'abc', '1.2.3', '12a', '1,2,3', '--5', '1,23', '١٢', 'NaN', 'Infinity', '0x10', '9'.repeat(100)])(
  '%s is not a number',
  (text) => {
    expect(point(text).problem).toMatch(/\S/);
  },
);

test('the decimal mark of a column is found by its cells', () => {
  expect(inferDecimalMark(['1.234,50', '12'])).toBe(',');
  expect(inferDecimalMark(['1,234', '1.5'])).toBe('.');
  expect(inferDecimalMark(['1,234,567'])).toBe('.');
  expect(inferDecimalMark(['€ 12,50'])).toBe(',');
  expect(inferDecimalMark(['1234', '1,234', ''])).toBeUndefined();
});

test('whole numbers are exact or refused', () => {
  const read = integerReader('.');
  expect(read('2,822').value).toBe(2822);
  expect(read('12.00').value).toBe(12);
  expect(read('1100.04').value).toBe(1100);
  expect(read('12.5').problem).toContain('not a whole number');
  expect(read('99999999999999999999').problem).toContain('too large');
});

test('any number is read back as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
      const value = Number(`${whole}.${String(cents).padStart(2, '0')}`);
      const format = (language: string) => new Intl.NumberFormat(language, { minimumFractionDigits: 2 }).format(value);
      expect(Number(point(format('en')).value)).toBe(value);
      for (const language of ['de', 'fr', 'pl']) expect(Number(comma(format(language)).value)).toBe(value);
      expect(Number(point(format('de-CH')).value)).toBe(value);
    }),
  );
});

test.each([
  ['€ 1.234,50', '1234.50', 'EUR'],
  ['1.234,50 €', '1234.50', 'EUR'],
  ['EUR 500', '500', 'EUR'],
  ['1,5 Mio. €', '1500000', 'EUR'],
  ['-£ 20', '-20', 'GBP'],
  ['1.200,-', '1200', undefined],
  ['(500 kr)', '-500', undefined],
  ['1,25M€', '1250000', 'EUR'],
  ['R$ 10', '10', 'BRL'],
  ['1234', '1234', undefined],
])('%s is %s %s', (text, amount, currency) => {
  expect(moneyReader(',')(text).value).toEqual({ amount, currency });
});

test.each(['12 apples', 'free', '€', '', '5 & 6', '__proto__ 5'])('%s is not an amount', (text) => {
  expect(moneyReader('.')(text).problem).toMatch(/\S/);
});

test('no text makes it throw', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9.,'() €$kKm-]{0,20}$/));
  fc.assert(fc.property(text, (value) => moneyReader('.')(value) !== undefined));
});
