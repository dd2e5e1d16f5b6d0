import { expect, test } from 'vitest';
import { normaliseEmail } from './addresses/email.ts';
import { identityKeys } from './identity-keys.ts';

const email = (text: string) => {
  const { value } = normaliseEmail(text);
  if (!value) throw new Error(`${text} is no address`);
  return value;
};

test('a personal e-mail address is the only key that decides alone', () => {
  expect(identityKeys({ emails: [email('Ana@X.com'), email('info@x.com')], phones: ['+491711234567'] })).toEqual([
    { kind: 'email', key: 'e:ana@x.com', personal: true },
    { kind: 'email', key: 'e:info@x.com', personal: false },
    { kind: 'phone', key: 'p:+491711234567', personal: false },
  ]);
});

test('name and company make a key that forgives case, accents and legal forms', () => {
  const [one] = identityKeys({ name: { first: 'José', last: 'Núñez' }, company: 'ACME, Inc.' });
  const [other] = identityKeys({ name: { first: 'JOSE', last: 'NUNEZ' }, company: 'Acme' });
  expect(one).toEqual(other);
});

test('a first name alone, or no company, makes no key', () => {
  expect(identityKeys({ name: { first: 'Ana' }, company: 'Acme' })).toEqual([]);
  expect(identityKeys({ name: { first: 'Ana', last: 'Silva' } })).toEqual([]);
  expect(identityKeys({})).toEqual([]);
});

test('a name in Chinese script needs no space', () => {
  expect(identityKeys({ name: { first: '山田太郎' }, company: 'Acme' })).toHaveLength(1);
});
