import { expect, test } from 'vitest';
import { completedName, isCountryCode, isTimeZone, signInAddress } from './values.ts';

test('addresses are one, whatever their case', () => {
  expect(signInAddress(' Ada@Example.COM ')).toBe('ada@example.com');
  expect(signInAddress("o'brien@example.com")).toBe("o'brien@example.com");
  expect(signInAddress('admin@localhost')).toBe('admin@localhost');
});

test('what is no address is refused', () => {
  for (const text of [
    '',
    'ada',
    '@',
    'a@',
    '@b',
    'a@b@c',
    'a b@c',
    'a@b\r\nBcc: x@y',
    'a\u0000@b.c',
    'a@b,c@d',
    '<a@b.c>',
    `${'a'.repeat(70)}@b.c`,
  ])
    expect(signInAddress(text)).toBeUndefined();
});

test('a name is made of its parts, and its parts of the name', () => {
  expect(completedName({ name: 'Ada King Lovelace' }, {}, 'ada')).toEqual({
    name: 'Ada King Lovelace',
    firstName: 'Ada',
    lastName: 'King Lovelace',
  });
  expect(completedName({ lastName: 'Byron' }, { firstName: 'Ada' }, 'ada')).toEqual({ name: 'Ada Byron' });
  expect(completedName({ name: null }, { name: 'Ada' }, 'ada')?.name).toBe('ada');
  expect(completedName({}, { name: 'Ada' }, 'ada')).toBeUndefined();
});

test('time zones and countries are those that there are', () => {
  expect([isTimeZone('Europe/Berlin'), isTimeZone('Mars/Olympus'), isTimeZone('')]).toEqual([true, false, false]);
  expect([isCountryCode('DE'), isCountryCode('XQ'), isCountryCode('de'), isCountryCode('ZZ')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
