import { expect, test } from 'vitest';
import { editDistance, nearestWord } from './index.ts';

test('insertions, removals, replacements and swaps count one each', () => {
  expect(editDistance('email', 'emial')).toBe(1);
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('', 'abc')).toBe(3);
});

test('the distance stops at its limit', () => {
  expect(editDistance('aaaaaaaaaa', 'bbbbbbbbbb', 2)).toBe(3);
});

test('the nearest word is found whatever its case and accents', () => {
  expect(nearestWord('frist_name', ['lastName', 'first_name'])).toBe('first_name');
  expect(nearestWord('TELEFONO', ['email', 'teléfono'])).toBe('teléfono');
});

test('a word that is far from all has no nearest', () => {
  expect(nearestWord('zebra', ['email', 'phone'])).toBeUndefined();
  expect(nearestWord('x'.repeat(1_000_000), ['email'])).toBeUndefined();
});
