import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repairCase } from './name-case.ts';
import { nameKey, normaliseNamePart, splitPersonName } from './person-name.ts';

test.each([
  ['Ana Silva', 'Ana', 'Silva'],
  ['Ana Maria Silva', 'Ana Maria', 'Silva'],
  ['Ludwig van Beethoven', 'Ludwig', 'van Beethoven'],
  ['Maria de la Cruz', 'Maria', 'de la Cruz'],
  ['Maria de los Santos Garcia', 'Maria', 'de los Santos Garcia'],
  ['Jean-Claude Van Damme', 'Jean-Claude', 'Van Damme'],
  ['Van Morrison', 'Van', 'Morrison'],
  ['Priya Das', 'Priya', 'Das'],
  ['José Ortega y Gasset', 'José', 'Ortega y Gasset'],
  ['Silva, Ana Maria', 'Ana Maria', 'Silva'],
  ['van der Berg, Jan', 'Jan', 'van der Berg'],
  ['DUPONT Jean', 'Jean', 'Dupont'],
  ['Jean DUPONT', 'Jean', 'Dupont'],
  ['JP Morgan', 'JP', 'Morgan'],
  ['Ana Mc Donald', 'Ana Mc', 'Donald'],
  ['Danny DeVito', 'Danny', 'DeVito'],
  ['Yo-Yo Ma', 'Yo-Yo', 'Ma'],
  ['Ma, Jack', 'Jack', 'Ma'],
  ['Li, MA', 'Ma', 'Li'],
  ['山田 太郎', '太郎', '山田'],
  ['김 철수', '철수', '김'],
  ['ジョン・スミス', 'ジョン', 'スミス'],
  ['محمد علي', 'محمد', 'علي'],
  ['Don Johnson', 'Don', 'Johnson'],
])('%s is %s + %s', (text, first, last) => {
  expect(splitPersonName(text).value).toEqual({ first, last });
});

test('one word is a first name', () => {
  for (const name of ['Cher', '山田太郎', 'X']) expect(splitPersonName(name).value).toEqual({ first: name });
});

test.each([
  ['Dr. Ana Silva', { salutation: 'Dr.', first: 'Ana', last: 'Silva' }],
  ['Prof. Dr. h.c. Ana Silva', { salutation: 'Prof. Dr. h.c.', first: 'Ana', last: 'Silva' }],
  ['Herr Dipl.-Ing. Max Muster', { salutation: 'Herr Dipl.-Ing.', first: 'Max', last: 'Muster' }],
  ['Ana Silva, PhD', { first: 'Ana', last: 'Silva', suffix: 'PhD' }],
  ['Silva, Ana, M.D.', { first: 'Ana', last: 'Silva', suffix: 'M.D.' }],
  ['Silva, Dr. Ana', { salutation: 'Dr.', first: 'Ana', last: 'Silva' }],
  ['Martin Luther King Jr.', { first: 'Martin Luther', last: 'King', suffix: 'Jr.' }],
  ['John Smith III', { first: 'John', last: 'Smith', suffix: 'III' }],
  ['Ana Silva (ACME)', { first: 'Ana', last: 'Silva', suffix: '(ACME)' }],
  ['Mr Smith', { salutation: 'Mr', first: 'Smith' }],
])('titles and suffixes of %s go to their place', (text, expected) => {
  expect(splitPersonName(text).value).toEqual(expected);
});

test.each([
  ['MARIA DE LA CRUZ', 'Maria de la Cruz'],
  ["o'neil-mcdonald", "O'Neil-McDonald"],
  ['JEAN LE PEN', 'Jean Le Pen'],
  ['VAN DER BERG', 'van der Berg'],
  ['J.R.R. TOLKIEN', 'J.R.R. Tolkien'],
  ['JP NG LI', 'JP Ng Li'],
  ['HENRY VIII', 'Henry VIII'],
  ['MACHADO', 'Machado'],
  ["D'ANGELO", "D'Angelo"],
  ['YİĞİT', 'Yiğit'],
  ['ЁЛКИН', 'Ёлкин'],
  ['ÉLODIE ÖZ', 'Élodie Öz'],
])('%s is written %s', (text, expected) => {
  expect(repairCase(text)).toBe(expected);
});

test.each([
  'McDonald',
  "O'Neil",
  'DeVito',
  'MacArthur',
  'van der Berg',
  'eBay Smith',
  'LaToya',
  '山田',
  'أحمد',
  'ßtefan Ö',
])('%s is never changed', (name) => {
  expect(repairCase(name)).toBe(name);
  expect(normaliseNamePart(name).value).toBe(name);
});

test.each([
  ['', 'empty'],
  ['12345', 'no letters'],
  ['---', 'no letters'],
  ['ana@x.com', 'looks like an address'],
  ['Win now https://spam.example', 'looks like an address'],
  ['a'.repeat(300), 'longer than 255'],
  ['a'.repeat(3_000_000), 'longer than 255'],
])('%s is no name: %s', (text, reason) => {
  expect(splitPersonName(text).problem).toContain(reason);
});

test('keys are equal for equal names however they are written', () => {
  expect(nameKey({ first: 'JOSÉ', last: "O'Neil" })).toBe(nameKey({ first: 'Jose', last: 'O’NEIL' }));
  expect(nameKey({})).toBe('');
});

test('no letter of a name is lost or made up, whatever the text', () => {
  const letters = (text: string) => text.toLowerCase().normalize('NFKD').match(/\p{L}/gu)?.sort().join('') ?? '';
  const word = fc.constantFrom(
    'Ana',
    'DE',
    'la',
    'van',
    'MÜLLER',
    'Dr.',
    'PhD',
    'Jr',
    ',',
    'y',
    "O'NEIL",
    '太郎',
    '(x)',
    'mcKay',
    'II',
    'Sr.',
    ', MA',
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 7 }), (words) => {
      const text = words.join(' ');
      const { value } = splitPersonName(text);
      if (value) expect(letters(Object.values(value).join(' '))).toBe(letters(text));
    }),
    { numRuns: 1_000 },
  );
});
