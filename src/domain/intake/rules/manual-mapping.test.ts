import { expect, test } from 'vitest';
import { Problem } from '#platform/errors';
import { peopleFields } from './fields-fixture.ts';
import { parseMapping } from './manual-mapping.ts';

const columns = ['Full Name', 'E-Mail', 'E-Mail 2', 'a=b', 'City'];
const parse = (pairs: string[], base = {}) => parseMapping(pairs, columns, peopleFields, base);

test('columns and fields are found by name, label or alias, whatever their case', () => {
  expect(parse(['full name=fullName', 'E-Mail=EMAIL', 'a=b=Job title', 'City=town'])).toEqual({
    'Full Name': 'fullName',
    'E-Mail': 'email',
    'E-Mail 2': null,
    'a=b': 'title',
    City: 'city',
  });
});

test('what no pair names stays as it was suggested, unless its field was given away', () => {
  expect(parse(['a=b=city', 'E-Mail='], { 'E-Mail': 'email', 'E-Mail 2': 'email', City: 'city' })).toEqual({
    'Full Name': null,
    'E-Mail': null,
    'E-Mail 2': 'email',
    'a=b': 'city',
    City: null,
  });
});

test('two columns may both be e-mail addresses', () => {
  expect(parse(['E-Mail=email', 'E-Mail 2=email'])).toMatchObject({ 'E-Mail': 'email', 'E-Mail 2': 'email' });
});

test.each([
  [['Ful Name=email'], "no column 'Ful Name'. Did you mean 'Full Name'?"],
  [['City=citi'], "no field 'citi'. Did you mean 'city'?"],
  [['City=zzz'], 'The fields are firstName'],
  [['zzz=city'], 'The columns are'],
  [['City'], "Write it as 'Column=field'"],
  [['City=leadScore'], "no field 'leadScore'"],
  [['City=title', 'a=b=title'], "cannot both go to 'title'"],
  [['__proto__=title'], "no column '__proto__'"],
])('%j is refused', (pairs, message) => {
  expect(() => parse(pairs)).toThrow(message);
});

test('all mistakes are told at once', () => {
  const error = (() => {
    try {
      return parse(['zzz=city', 'City=zzz']);
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(error).toBeInstanceOf(Problem);
  expect(error instanceof Problem && error.mistakes).toHaveLength(2);
});
