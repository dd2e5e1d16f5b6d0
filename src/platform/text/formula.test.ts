import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neutraliseFormula, restoreFormula } from './index.ts';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1", '＝1'])('%j cannot run as a formula', (cell) => {
  expect(neutraliseFormula(cell)).toBe(`'${cell}`);
});

test('ordinary cells are not touched', () => {
  for (const cell of ['', "O'Neil", "'quoted'", 'a=b', "'"]) expect(neutraliseFormula(cell)).toBe(cell);
});

test('what is exported comes back exactly', () => {
  const cell = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a', ' ') });
  fc.assert(fc.property(cell, (text) => restoreFormula(neutraliseFormula(text)) === text));
});
