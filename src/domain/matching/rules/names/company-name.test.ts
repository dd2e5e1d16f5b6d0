import { expect, test } from 'vitest';
import { companyKey, normaliseCompanyName } from './company-name.ts';

test.each([
  'Acme',
  'ACME, Inc.',
  'Acme Ltd',
  'Acme Co., Ltd.',
  'Acme Pty Ltd',
  'The Acme Company',
  'Acme GmbH',
  'Acme GmbH & Co. KG',
  'ACME S.A.',
  'Acme S. A.',
  'Acme A/S',
  'Acme a.s.',
  'Acme S.p.A.',
  'Acme SpA',
  'Acme Sp. z o.o.',
  'Acme d.o.o.',
  'Acme s.r.o.',
  'Acme Oy',
  'Acme AB (publ)',
  'Acme B.V.',
  'Acme K.K.',
  'Acme S. de R.L. de C.V.',
  'Acme Ltda.',
  'Acme LLC',
  'Acme L.L.C.',
  'PT Acme Tbk',
  'Acme Sdn. Bhd.',
  'Acme Kft.',
  'ООО Acme',
  'Acme株式会社',
  '株式会社Acme',
  'Acme（株）',
  'Acme FZ-LLC',
  'Acme Private Limited',
  'Acme OÜ',
  'Acme SIA',
  'Acme ЕООД',
  'Acme A.E.',
  'Acme Ltd. Şti.',
  'Acme 주식회사',
  'UAB Acme',
  'Acme Aktiengesellschaft',
  'Acme UG (haftungsbeschränkt)',
])('%s is Acme', (name) => {
  expect(companyKey(name)).toBe('acme');
});

test.each([
  ['Bliss Spa', 'bliss spa'],
  ['Procter & Gamble', 'procter gamble'],
  ['Procter and Gamble Company', 'procter gamble'],
  ['J.P. Morgan', 'jp morgan'],
  ['The Limited', 'limited'],
  ['AG', 'ag'],
  ['Inc.', 'inc'],
  ['Save As', 'save as'],
  ['3M Company', '3m'],
  ['Müller & Söhne', 'muller sohne'],
  ['トヨタ自動車株式会社', 'トヨタ自動車'],
  ['Acme Group', 'acme group'],
])('%s has the key %s', (name, key) => {
  expect(companyKey(name)).toBe(key);
});

test('the name itself stays as it was written', () => {
  expect(normaliseCompanyName('  ACME,  Inc. ').value).toEqual({ value: 'ACME, Inc.', key: 'acme' });
});

test.each([
  ['', 'empty'],
  ['---', 'no letters'],
  ['Self-employed', 'names no company'],
  ['N/A', 'names no company'],
  ['x'.repeat(2_000_000), 'longer than 500'],
])('%s is refused', (name, reason) => {
  expect(normaliseCompanyName(name).problem).toContain(reason);
});
