import { expect, test } from 'vitest';
import { editDistance } from '#platform/text';
import { edits, gradeOfWords, jaroWinkler, lettersIn } from './alike.ts';

test.each([
  ['martha', 'marhta', 0.961],
  ['dwayne', 'duane', 0.84],
  ['dixon', 'dicksonx', 0.813],
  ['иванов', 'иваноф', 0.933],
  ['abc', 'xyz', 0],
  ['', 'a', 0],
])('%s and %s are alike by %f', (left, right, alike) => {
  expect(jaroWinkler(left, right)).toBeCloseTo(alike, 3);
  expect(jaroWinkler(right, left)).toBeCloseTo(alike, 3);
});

test('edits in bits are the edits of the table, in every script', () => {
  const words = [
    '',
    'a',
    'ab',
    'ba',
    'acb',
    'smith',
    'smiht',
    'smtih',
    'schmidt',
    'шмидт',
    'шмитд',
    'a'.repeat(31),
    'a'.repeat(33),
  ];
  for (const left of words)
    for (const right of words) expect(edits(left, right, 4), `${left}/${right}`).toBe(editDistance(left, right, 4));
});

test.each([
  ['smith', 'smith', 3],
  ['smith', 'smiht', 2],
  ['catherine', 'katherine', 2],
  ['pridhamstreet', 'pridham street', 2],
  ['smith', 'smithson', 2],
  ['jones', 'johns', 1],
  ['smith', 'garcia', 0],
])('%s and %s have the grade %i', (left, right, grade) => {
  expect(gradeOfWords(left, right, lettersIn(left), lettersIn(right))).toBe(grade);
});
