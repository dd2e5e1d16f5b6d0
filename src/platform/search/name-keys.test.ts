import { expect, test } from 'vitest';
import { nameKey, turnsOf } from './name-keys.ts';

test('a name begins with each of its words once', () => {
  expect(turnsOf(nameKey('Ana María López-Díaz'))).toEqual([
    'ana maria lopez diaz',
    'maria lopez diaz! ana',
    'lopez diaz! ana maria',
    'diaz! ana maria lopez',
  ]);
  expect(turnsOf(nameKey('Bo'))).toEqual(['bo']);
});

test('a name that says nothing has no keys, and an endless one has few', () => {
  expect(turnsOf(nameKey(' !? '))).toEqual([]);
  expect(turnsOf(nameKey('x '.repeat(100_000)))).toHaveLength(8);
  expect(nameKey('y'.repeat(5000))).toHaveLength(200);
});
