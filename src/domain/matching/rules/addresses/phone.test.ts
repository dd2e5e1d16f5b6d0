import fc from 'fast-check';
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { expect, test } from 'vitest';
import { normalisePhone, splitPhones } from './phone.ts';

const numberOf = (text: string, country?: string) => normalisePhone(text, country).value?.value;

test.each([
  ['+49 171 1234567', undefined, '+491711234567'],
  ['0171/1234567', 'DE', '+491711234567'],
  ['+49 (0)171 1234567', undefined, '+491711234567'],
  ['0049 171 1234567', undefined, '+491711234567'],
  ['011 44 20 7946 0958', 'US', '+442079460958'],
  ['(415) 555-2671', 'US', '+14155552671'],
  ['1-415-555-2671', 'US', '+14155552671'],
  ['tel:+1-415-555-2671', undefined, '+14155552671'],
  ['491711234567', 'DE', '+491711234567'],
  ['06 12 34 56 78', 'FR', '+33612345678'],
  ['02 1234567', 'IT', '+39021234567'],
  ['011 15-2345-6789', 'AR', '+5491123456789'],
  ['٠١٧١ ١٢٣٤٥٦٧', 'DE', '+491711234567'],
  ['＋４９ １７１ １２３４５６７', undefined, '+491711234567'],
  ['\u202a+49 171 1234567\u202c', undefined, '+491711234567'],
  ['+800 1234 5678', undefined, '+80012345678'],
])('%s (%s) is %s', (text, country, expected) => {
  expect(numberOf(text, country)).toBe(expected);
});

test.each(['x12', ' ext. 12', ';ext=12', ', ext 12', ' Durchwahl 12', '#12', ' poste 12'])(
  'the extension in %j is kept',
  (extension) => {
    expect(normalisePhone(`+1 415 555 2671${extension}`).value).toMatchObject({
      value: '+14155552671',
      extension: '12',
    });
  },
);

test('a number of the right length that is not given out is kept and marked', () => {
  expect(normalisePhone('+1 115 555 2671').value).toEqual({ value: '+11155552671', valid: false });
});

test.each([
  ['0171 1234567', undefined, 'no default country'],
  ['+49 12', undefined, 'too few digits for a number of +49'],
  ['+1 415 555 26711111', undefined, 'too many digits'],
  ['+999 1234567', undefined, 'no country has the code +999'],
  ['call me', 'DE', 'it has no digits'],
  ['+49 171 12y4567', undefined, "it has 'y' inside"],
  ['4.91711E+11', 'DE', 'spreadsheet rounded it'],
  ['+49 171 1234567, +49 171 7654321', undefined, 'several phone numbers'],
  ['', 'DE', 'no digits'],
  ['+', 'DE', 'no digits'],
  ['1'.repeat(1_000), 'DE', 'too long'],
  ['0171 1234567', '__proto__', 'no default country'],
])('%s (%s) is refused: %s', (text, country, reason) => {
  expect(normalisePhone(text, country).problem).toContain(reason);
});

test('a cell of several numbers is split, one number never is', () => {
  expect(splitPhones('+49 171 1234567; 030/1234567 | +1 415 555 2671')).toHaveLength(3);
  expect(splitPhones('+49 171 1234567 / +49 30 1234567')).toHaveLength(2);
  expect(splitPhones('030 / 1234567')).toEqual(['030 / 1234567']);
  expect(splitPhones('+1 415 555 2671, ext 12')).toEqual(['+1 415 555 2671, ext 12']);
});

test.each(getCountries())('numbers of %s read as libphonenumber reads them', (country) => {
  const example = getExampleNumber(country, examples);
  for (const text of [
    example?.formatNational(),
    example?.formatInternational(),
    example?.number,
    example?.nationalNumber,
  ]) {
    if (text) expect(numberOf(text, country)).toBe(parsePhoneNumberFromString(text, country)?.number);
  }
});

test('random digits read as libphonenumber reads them, wherever it finds a number of a possible length', () => {
  const digits = fc.stringMatching(/^\+?0{0,2}[1-9][0-9]{6,12}$/);
  fc.assert(
    fc.property(digits, fc.constantFrom(...getCountries()), (text, country) => {
      const reference = parsePhoneNumberFromString(text, country);
      const own = numberOf(text, country);
      const plusLost = reference && text.startsWith(reference.countryCallingCode);
      if (reference?.isValid() && !plusLost) expect([text, country, own]).toEqual([text, country, reference.number]);
    }),
    { numRuns: 2_000 },
  );
});

test('no text makes it throw', () => {
  const text = fc.string({
    unit: fc.constantFrom('0', '1', '9', '+', ' ', '(0)', 'x', 'ext', ';', '٣', '-', '\u{1d7d8}'),
  });
  fc.assert(fc.property(text, (value) => normalisePhone(value, 'AR') !== undefined));
});
