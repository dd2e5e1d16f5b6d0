import { expect, test } from 'vitest';
import { editDistance, nearest } from './index.ts';

test('insertions, removals, replacements and swaps count one each', () => {
  expect(editDistance('email', 'emial')).toBe(1);
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('', 'abc')).toBe(3);
});

test('the distance stops at its limit', () => {
  expect(editDistance('aaaaaaaaaa', 'bbbbbbbbbb', 2)).toBe(3);
});

test('the nearest word is found whatever its case and accents', () => {
  expect(nearest('frist_name', ['lastName', 'first_name'])).toBe('first_name');
  expect(nearest('TELEFONO', ['email', 'teléfono'])).toBe('teléfono');
});

test('a word that is far from all has no nearest', () => {
  expect(nearest('zebra', ['email', 'phone'])).toBeUndefined();
  expect(nearest('x'.repeat(1_000_000), ['email'])).toBeUndefined();
});
