import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateReader, dateTimeReader } from './date.ts';
import { inferDateOrder, usualDateOrder } from './date-order.ts';

const european = dateReader({ order: 'dmy' });
const american = dateReader({ order: 'mdy' });

test.each([
  ['2024-03-05', '2024-03-05'],
  ['2024-03-05T10:00:00Z', '2024-03-05'],
  ['2024/3/5', '2024-03-05'],
  ['20240305', '2024-03-05'],
  ['5 March 2024', '2024-03-05'],
  ['5. März 2024', '2024-03-05'],
  ['5 de marzo de 2024', '2024-03-05'],
  ['March 5th, 2024', '2024-03-05'],
  ['Tue, 5 Mar 2024 10:00', '2024-03-05'],
  ['1er mars 2024', '2024-03-01'],
  ['05-MAR-24', '2024-03-05'],
  ['2024年3月5日', '2024-03-05'],
  ['05.03.2024', '2024-03-05'],
  ['5/3/24', '2024-03-05'],
  ['5/3/1999 14:30', '1999-03-05'],
  ['29.02.2024', '2024-02-29'],
  ['45356', '2024-03-05'],
  ['31-12-99', '1999-12-31'],
])('%s is %s where the day comes first', (text, date) => {
  expect(european(text)).toEqual({ value: date, problem: undefined });
});

test('the month comes first where the column says so', () => {
  expect(american('3/5/2024').value).toBe('2024-03-05');
  expect(american('10/20/2016').value).toBe('2016-10-20');
});

test('a date that contradicts its column is refused, unless the order is a guess', () => {
  expect(european('03/25/2024').problem).toContain('which writes the day first');
  expect(dateReader({ order: 'dmy', guessed: true })('03/25/2024').value).toBe('2024-03-25');
});

test.each([
  ['31.02.2024', 'no day 31'],
  ['29.02.2023', 'no day 29'],
  ['2024-13-01', 'no month 13'],
  ['yesterday', 'is not a date'],
  ['0000-00-00', 'no year 0'],
  ['', 'is not a date'],
  ['12', 'is not a date'],
  ['5 Foo 2024', 'is not a date'],
  ['9999-01-01', 'no year 9999'],
  ['1'.repeat(500), 'is not a date'],
])('%s is refused: %s', (text, reason) => {
  expect(european(text).problem).toContain(reason);
});

test('the order of a column is found by its cells', () => {
  expect(inferDateOrder(['01/02/2024', '13/02/2024', ''])).toBe('dmy');
  expect(inferDateOrder(['1/2/2024', '2/13/2024'])).toBe('mdy');
  expect(inferDateOrder(['2024-01-02', '20240102'])).toBe('ymd');
  expect(inferDateOrder(['1/2/2024', '3/3/2024'])).toBe('ambiguous');
  expect(inferDateOrder(['13/1/2024', '1/13/2024'])).toBe('mixed');
  expect(inferDateOrder(['hello', ''])).toBeUndefined();
  expect(usualDateOrder('US')).toBe('mdy');
  expect(usualDateOrder(undefined)).toBe('dmy');
});

test('points in time keep their zone, and count as UTC without one', () => {
  const read = dateTimeReader({ order: 'dmy' });
  expect(read('2024-03-05T10:20:30+02:00').value).toBe('2024-03-05T08:20:30.000Z');
  expect(read('5/3/2024 2:05 PM').value).toBe('2024-03-05T14:05:00.000Z');
  expect(read('2024-03-05 10:20:30.123456').value).toBe('2024-03-05T10:20:30.123Z');
  expect(read('1709633130').value).toBe('2024-03-05T10:05:30.000Z');
  expect(read('2024-03-05').value).toBe('2024-03-05T00:00:00.000Z');
  expect(read('2024-03-05 25:99').problem).toContain('time cannot be read');
});

test('every date is read back from every way of writing it', () => {
  const date = fc.date({ min: new Date('1970-01-01'), max: new Date('2067-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(date, (value) => {
      const iso = value.toISOString().slice(0, 10);
      const [year = '', month = '', day = ''] = iso.split('-');
      for (const text of [iso, `${day}.${month}.${year}`, `${day}/${month}/${year.slice(2)}`, year + month + day])
        expect(european(text).value).toBe(iso);
      expect(american(`${month}/${day}/${year}`).value).toBe(iso);
    }),
  );
});

test('no text makes it throw', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9/.\- :TZapm]{0,30}$/));
  fc.assert(fc.property(text, (value) => dateTimeReader({ order: 'mdy', guessed: true })(value) !== undefined));
});
