import { expect, test } from 'vitest';
import { alignColumns } from './align-columns.ts';
import { planColumns } from './plan-columns.ts';

const people = Array.from({ length: 40 }, (_, at) => [
  ['Robert', 'Maria', 'James', 'Anna', 'Peter'][at % 5] as string,
  `Name${'abcdefghij'[at % 10]}${'klmnopqrst'[at >> 2]}`.replace(/^./, 'L'),
  `19${60 + (at % 30)}-0${1 + (at % 9)}-1${at % 10}`,
  `person${at}@example.com`,
  `+49 30 90${1000 + at}`,
]);
const kinds = (columns: string[], rows: string[][]) => planColumns(columns, rows).map(({ kind }) => kind);

test.each([
  [['first_name', 'surname', 'dob', 'email', 'phone']],
  [['Vorname', 'Nachname', 'Geburtsdatum', 'E-Mail', 'Telefon']],
  [['nombre', 'apellidos', 'fecha de nacimiento', 'correo', 'móvil']],
  [['A', 'B', 'C', 'D', 'E']],
])('columns called %j are known for what they hold', (columns) => {
  expect(kinds(columns, people)).toEqual(['firstName', 'lastName', 'date', 'email', 'phone']);
});

test('"name" is of people, companies or things by what stands in it', () => {
  const whole = people.map(([first, last]) => [`${first} ${last}`]);
  expect(kinds(['name'], whole)).toEqual(['fullName']);
  expect(kinds(['name', 'surname'], people)).toEqual(['firstName', 'lastName']);
  expect(kinds(['name'], [['Acme Steel Works'], ['Borealis Trading']])).toEqual(['company']);
});

test('numbers of records and of people in registers are not looked at', () => {
  const columns = ['rec_id', 'soc_sec_id', 'SSN', 'cluster', 'Passport number', 'created_at', 'owner id'];
  expect(new Set(kinds(columns, [columns.map((_, at) => `v${at}`)]))).toEqual(new Set(['ignored']));
});

test('columns of two files are laid side by side by header, by kind and by their words', () => {
  const one = { columns: ['title', 'Company', 'price'], sample: [['red bicycle bell', 'Acme', '12']] };
  const other = { columns: ['cost', 'name of item', 'organisation'], sample: [['12', 'bicycle bell in red', 'ACME']] };
  expect(alignColumns(one, other)).toEqual([1, 2, 0]);
});

test('what things are called is laid beside the same, and not beside their maker who is named in it', () => {
  const one = {
    columns: ['name', 'price'],
    sample: [
      ['Acme red bicycle bell', '12'],
      ['Borea tent', '80'],
    ],
  };
  const other = {
    columns: ['manufacturer', 'title', 'price'],
    sample: [
      ['Acme', 'bell for bicycles', '12'],
      ['Borea', 'tent', '81'],
    ],
  };
  expect(alignColumns(one, other)).toEqual([1, 2]);
});
