import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileFormula, type FormulaFields } from './index.ts';

const fields: FormulaFields = new Map([
  ['name', 'text'],
  ['custom.seats', 'number'],
  ['custom.price', 'money:EUR'],
  ['custom.cost', 'money:USD'],
  ['custom.start', 'date'],
  ['custom.end', 'date'],
  ['createdAt', 'dateTime'],
  ['custom.vip', 'boolean'],
]);
const record: Record<string, unknown> = {
  name: 'Ana',
  'custom.seats': 4,
  'custom.price': '12.50',
  'custom.start': '2026-01-31',
  'custom.end': '2026-03-01',
  createdAt: '2026-01-01T10:00:00.000Z',
  'custom.vip': true,
};
function worth(formula: string, values = record) {
  const told: string[] = [];
  const compiled = compileFormula(formula, fields);
  return {
    type: compiled.type,
    value: compiled.evaluate(
      (name) => values[name],
      (what) => told.push(what),
    ),
    told,
  };
}

test.each([
  ['1 + 2 * 3', 'number', 7],
  ['(1 + 2) * -3', 'number', -9],
  ['0.1 + 0.2', 'number', 0.3],
  ['seats * price', 'money:EUR', 50],
  ['custom.price / custom.price', 'number', 1],
  ['round(10 / 3, 2)', 'number', 3.33],
  ['round(1.005, 2)', 'number', 1.01],
  ['if(seats > 3 and vip, "big", "small")', 'text', 'big'],
  ['if(cost > 1, 1)', 'number', null],
  ['concat(name, " ", seats, empty)', 'text', 'Ana 4'],
  ['name & "!"', 'text', 'Ana!'],
  ['dateDiff(start, end, "days")', 'number', 29],
  ['dateDiff(start, end, "months")', 'number', 1],
  ['end - start', 'number', 29],
  ['start + 1', 'date', '2026-02-01'],
  ['year(createdAt) = 2026', 'boolean', true],
  ['not isEmpty(cost) or false', 'boolean', false],
  ['coalesce(cost / 2, cost)', 'money:USD', null],
  ['max(seats, 9, empty)', 'number', 9],
  ["upper('it\\'s')", 'text', "IT'S"],
  ['date("2026-02-01") > start', 'boolean', true],
  ['1 - 2 - 3', 'number', -4],
])('%s is a %s: %s', (formula, type, value) => {
  expect(worth(formula)).toMatchObject({ type, value });
});

test('a division by zero is empty and says so, unless it is in the branch that is not taken', () => {
  expect(worth('seats / (seats - 4)')).toMatchObject({ value: null, told: ['division by zero'] });
  expect(worth('seats % 0')).toMatchObject({ value: null, told: ['division by zero'] });
  expect(worth('if(seats = 4, 0, 1 / 0)')).toMatchObject({ value: 0, told: [] });
  expect(worth('1000000000 * 10000000')).toMatchObject({ value: null, told: ['a number out of range'] });
});

test.each([
  ['seats +', 8, 'something is missing'],
  ['seats + name', 7, 'does not take number, text'],
  ['price + cost', 7, 'does not take money (EUR), money (USD)'],
  ['seat * 2', 1, "did you mean 'seats'"],
  ['rond(1)', 1, "did you mean 'round'"],
  ['today()', 1, 'wrong the day after'],
  ['(1', 3, "')' was expected"],
  ['"abc', 1, 'not closed'],
  ['1 ; 2', 3, "';' means nothing"],
  ['constructor(1)', 1, "no function 'constructor'"],
  ['empty', 1, 'always empty'],
  ['1 2', 3, "'2' was not expected"],
])('%s is refused at character %i: %s', (formula, at, what) => {
  expect(() => compileFormula(formula, fields)).toThrowError(
    expect.objectContaining({
      code: 'validation_failed',
      message: expect.stringMatching(new RegExp(`character ${at}: .*${what.replace(/[()?]/g, '\\$&')}`)),
    }),
  );
});

test('whatever is written, it is a value or a refusal, at once', () => {
  const piece = fc.constantFrom(
    '(',
    ')',
    '1',
    '"a"',
    'seats',
    'price',
    '+',
    '/',
    'if(',
    ',',
    'not ',
    'round(',
    '-',
    ' and ',
    '=',
    'start',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      try {
        compileFormula(pieces.join(''), fields).evaluate((name) => record[name]);
      } catch (error) {
        expect((error as { code?: string }).code).toBe('validation_failed');
      }
    }),
  );
  const deep = `${'('.repeat(900)}1${')'.repeat(900)}`;
  expect(() => compileFormula(deep, fields)).toThrowError(expect.objectContaining({ code: 'validation_failed' }));
});

test('sums of amounts are right to the cent', () => {
  const cents = fc.integer({ min: -1e11, max: 1e11 });
  fc.assert(
    fc.property(cents, cents, (one, two) => {
      const text = (value: number) =>
        `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, '0')}`;
      const { evaluate } = compileFormula('price + price * 0 + other', new Map([...fields, ['other', 'money:EUR']]));
      const sum = evaluate((name) => (name === 'other' ? text(two) : text(one)));
      return Math.round(Number(sum) * 100) === one + two;
    }),
  );
});
