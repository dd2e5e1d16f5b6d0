import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { csvAdapter } from '../adapters/csv/index.ts';
import { companyFields, peopleFields } from './fields-fixture.ts';
import type { ImportField } from './import-field.ts';
import { fieldByColumn, suggestMapping } from './mapping.ts';

function mapped(columns: string[], rows: string[][] = [], fields: ImportField[] = peopleFields) {
  return fieldByColumn(suggestMapping({ columns, sample: rows, fields }));
}

test.each([
  ['firstName', 'First Name'],
  ['firstName', 'given_name'],
  ['firstName', 'FirstName'],
  ['firstName', 'Vorname'],
  ['firstName', 'PRÉNOM'],
  ['lastName', 'surname'],
  ['lastName', 'Nachname'],
  ['fullName', 'Name'],
  ['fullName', 'Contact name'],
  ['email', 'E-Mail 1 - Value'],
  ['email', 'Emial'],
  ['email', 'Work e-mail address'],
  ['phone', 'Telefonnummer'],
  ['phone', 'Mobile Phone'],
  ['accountId', 'Company Name'],
  ['city', 'Business City'],
  ['linkedinUrl', 'Person Linkedin Url'],
])('%s is recognised in the header %s', (field, header) => {
  expect(mapped([header])).toEqual({ [header]: field });
});

test.each([
  'Email Status',
  'E-mail 1 - Type',
  'Last Activity Date',
  'Company City',
  'Internet Service',
  'Contract',
  'Middle Name',
  'Opted out of email',
  'Email Domain',
  'Id',
  '',
  '電話帳番号x',
])('the header %j names none of the fields', (header) => {
  expect(mapped([header])).toEqual({ [header]: null });
});

test('several columns go to e-mail and phone, only the best one to any other field', () => {
  expect(mapped(['Email', 'Email 2', 'Phone', 'Mobile Phone', 'City', 'Business City'])).toEqual({
    Email: 'email',
    'Email 2': 'email',
    Phone: 'phone',
    'Mobile Phone': 'phone',
    City: 'city',
    'Business City': null,
  });
});

test('a column is known by its content where the header says nothing', () => {
  const rows = [
    ['ana@x.com', '+49 171 1234567', 'Germany', 'linkedin.com/in/ana', 'x'],
    ['bob@y.org', '(415) 555-2671', 'France', 'linkedin.com/in/bob', 'y'],
  ];
  expect(mapped(['A', 'B', 'C', 'D', 'E'], rows)).toEqual({
    A: 'email',
    B: 'phone',
    C: 'country',
    D: 'linkedinUrl',
    E: null,
  });
});

test('content that contradicts the header wins', () => {
  expect(mapped(['Email'], [['yes'], ['no']])).toEqual({ Email: null });
  expect(
    mapped(
      ['Title', 'Position'],
      [
        ['Mr', 'CEO'],
        ['Mrs', 'CTO'],
      ],
    ),
  ).toEqual({ Title: null, Position: 'title' });
  expect(mapped(['Name'], [['ana@x.com'], ['bob@x.com']])).toEqual({ Name: 'email' });
});

test('beside a surname, Name is the first name', () => {
  expect(mapped(['Name', 'Surname'], [['Ana', 'Silva']])).toEqual({ Name: 'firstName', Surname: 'lastName' });
});

test('every column has a confidence and says what else it could be', () => {
  const [first] = suggestMapping({ columns: ['Work e-mail'], sample: [['ana@x.com']], fields: peopleFields });
  expect(first?.confidence).toBeGreaterThan(0.85);
  expect(suggestMapping({ columns: ['City', 'Business City'], sample: [], fields: peopleFields })[1]).toMatchObject({
    field: undefined,
    confidence: 0,
    alternatives: [{ field: 'city', confidence: 0.88 }],
  });
});

test('fields that only Kith sets are never mapped', () => {
  expect(mapped(['leadScore', 'Score'])).toEqual({ leadScore: null, Score: null });
});

const shared = fileURLToPath(new URL('../../../../../shared/data', import.meta.url));

test.runIf(existsSync(shared)).each([
  [
    'deals/accounts.csv',
    companyFields,
    {
      account: 'name',
      sector: 'industry',
      revenue: 'annualRevenue',
      employees: 'employeeCount',
      office_location: 'billingCountry',
      subsidiary_of: 'parentAccountId',
      year_established: null,
    },
  ],
  [
    'persons/fake_1000.csv',
    peopleFields,
    {
      unique_id: null,
      first_name: 'firstName',
      surname: 'lastName',
      dob: null,
      city: 'city',
      email: 'email',
      cluster: null,
    },
  ],
  ['leads/bank-full.csv', peopleFields, { contact: null, job: 'title', month: null }],
])('%s maps as a person would map it', (file, fields, expected) => {
  const { columns, sample } = csvAdapter.sniff(readFileSync(`${shared}/${file}`).subarray(0, 256 * 1024));
  expect(mapped(columns, sample, fields)).toMatchObject(expected);
});
