import { expect, test } from 'vitest';
import { peopleFields } from './fields-fixture.ts';
import { compileNormaliser } from './normalise-row.ts';
import { qualityOfPerson } from './row-quality.ts';

const { normalise } = compileNormaliser({
  columns: ['Name', 'Email', 'Phone', 'Company', 'Title', 'Country'],
  mapping: {
    Name: 'fullName',
    Email: 'email',
    Phone: 'phone',
    Company: 'accountId',
    Title: 'title',
    Country: 'country',
  },
  fields: peopleFields,
  sample: [],
});

test('a full row has 100 hundredths, a row with holes and mistakes fewer', () => {
  expect(qualityOfPerson(normalise(['Ana Silva', 'ana@acme.com', '+14155552671', 'Acme', 'CEO', 'US'])).score).toBe(
    100,
  );
  const poor = qualityOfPerson(normalise(['Ana', 'oops', '', '', '', '']), 1);
  expect(poor.score).toBeLessThan(50);
  expect(poor.reasons.find(({ code }) => code === 'validity')?.text).toBe('One value is not valid');
});
