import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseEmail, splitEmails } from './email.ts';

const addressOf = (text: string) => normaliseEmail(text).value?.value;
const problemOf = (text: string) => normaliseEmail(text).problem;

test.each([
  'ana@example.com',
  "o'brien@example.com",
  'ana+tag@example.co.uk',
  '!#$%&*/=?^_`{|}~-@example.com',
  '"ana silva"@example.com',
  '"a@b"@example.com',
  '"a\\"b"@example.com',
  'ana@[192.168.1.1]',
  'ana@[ipv6:2001:db8::1]',
  'ana@münchen.de',
  '用户@例え.jp',
  'a@b.co',
  'ana@xn--mnchen-3ya.de',
  'x@1and1.com',
])('%s is an address', (address) => {
  expect(normaliseEmail(address)).toMatchObject({ value: { value: address }, problem: undefined });
});

test('what people wrap around an address is taken off', () => {
  for (const text of [
    'mailto:ana@x.com?subject=hi',
    ' <ana@x.com> ',
    'ana@x.com.',
    'ana@x.com (work)',
    "'ana@x.com'",
    'E-mail: ana@x.com',
    '\u200bana@x.com\u00a0',
  ]) {
    expect(addressOf(text)).toBe('ana@x.com');
  }
});

test('a name before angle brackets is kept', () => {
  expect(normaliseEmail('"Silva, Ana" <ana@x.com>').value).toMatchObject({ value: 'ana@x.com', name: 'Silva, Ana' });
});

test('the key folds case, Unicode domains and needless quotes; the value keeps the local part', () => {
  expect(normaliseEmail('Ana.Silva@MÜNCHEN.de').value).toMatchObject({
    value: 'Ana.Silva@münchen.de',
    key: 'ana.silva@xn--mnchen-3ya.de',
    domain: 'xn--mnchen-3ya.de',
  });
  expect(normaliseEmail('"Ana"@X.com').value?.key).toBe('ana@x.com');
  expect(normaliseEmail('ana+news@x.com').value?.key).toBe('ana+news@x.com');
});

test('role addresses and free mail are recognised', () => {
  for (const role of ['info@x.com', 'Sales+eu@x.com', 'no-reply@x.com', 'support2@x.com', 'sales.de@x.com']) {
    expect(normaliseEmail(role).value?.role).toBe(true);
  }
  for (const person of ['ana@x.com', 'infopoint@x.com', 'sales.person@x.com', 'a.info@x.com']) {
    expect(normaliseEmail(person).value?.role).toBe(false);
  }
  expect(normaliseEmail('ana@yahoo.co.uk').value?.free).toBe(true);
  expect(normaliseEmail('ana@yahoo-inc.com').value?.free).toBe(false);
});

test.each([
  ['abc', "'abc' is not an e-mail address: it has no @."],
  ['', 'The e-mail address is empty.'],
  ['@x.com', 'nothing stands before the @'],
  ['ana@', 'nothing stands after the @'],
  ['ana@gmail', 'has no ending such as .com'],
  ['ana@x..com', 'two full stops'],
  ['.ana@x.com', 'a full stop stands at the wrong place'],
  ['a@b@x.com', 'more than one @'],
  ['a@x.com; b@x.com', 'several addresses'],
  ['ana silva@x.com', 'a space inside'],
  ['an(a@x.com', "'(' cannot stand before the @"],
  ['ana@-x.com', 'is not a domain'],
  ['ana@x_y.com', 'is not a domain'],
  ['ana@[300.1.1.1]', 'not an IP address'],
  ['ana@1.2.3.4', 'no ending'],
  [`${'a'.repeat(65)}@x.com`, 'more than 64'],
  [`a@${'b.'.repeat(130)}com`, 'longer than 254'],
  ['x'.repeat(100_000), 'too long'],
])('%s is refused with the reason', (text, reason) => {
  expect(problemOf(text)).toContain(reason);
});

test('a cell of several addresses is split, one address never is', () => {
  expect(splitEmails('a@x.com; b@x.com,c@x.com ::: d@x.com / e@x.com')).toEqual([
    'a@x.com',
    'b@x.com',
    'c@x.com',
    'd@x.com',
    'e@x.com',
  ]);
  expect(splitEmails('"Silva, Ana" <ana@x.com>')).toEqual(['"Silva, Ana" <ana@x.com>']);
  expect(splitEmails('a/b@x.com')).toEqual(['a/b@x.com']);
});

test('no text makes it throw, and a normal address stays as it is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (text) => {
      const { value } = normaliseEmail(text);
      if (value) expect(normaliseEmail(value.value).value?.key).toBe(value.key);
    }),
  );
});
