import { expect, test } from 'vitest';
import { countryName, normaliseCountry } from './country.ts';

test.each([
  ['DE', 'DE'],
  ['deu', 'DE'],
  ['Germany', 'DE'],
  ['Deutschland', 'DE'],
  ['Allemagne', 'DE'],
  ['ALEMANIA', 'DE'],
  ['Germania', 'DE'],
  ['UK', 'GB'],
  ['U.K.', 'GB'],
  ['USA', 'US'],
  ['U.S.A.', 'US'],
  ['United States', 'US'],
  ['États-Unis', 'US'],
  ['The Netherlands', 'NL'],
  ['Côte d’Ivoire', 'CI'],
  ["Cote d'Ivoire", 'CI'],
  ['日本', 'JP'],
  ['España', 'ES'],
  ['Österreich', 'AT'],
  ['Россия', 'RU'],
  ['Türkiye', 'TR'],
  ['South Korea', 'KR'],
  ['대한민국', 'KR'],
  ['Hong Kong', 'HK'],
  ['Trinidad & Tobago', 'TT'],
  ['Suomi', 'FI'],
  [' são tomé e príncipe ', 'ST'],
  ['na', 'NA'],
])('%s is %s', (text, code) => {
  expect(normaliseCountry(text).value).toBe(code);
});

test('what is no country is refused, and the nearest is named', () => {
  expect(normaliseCountry('Germny').problem).toContain('did you mean Germany?');
  expect(normaliseCountry('EMEA').problem).toContain("'EMEA' is not a country");
  expect(normaliseCountry('').problem).toContain('empty');
  expect(normaliseCountry('x'.repeat(1_000_000)).problem).toContain('is not a country');
});

test('every code has a name', () => {
  expect(countryName('FR')).toBe('France');
  expect(countryName('ZZ')).toBe('ZZ');
});
