import { expect, test } from 'vitest';
import { followersOf, highestClass, ringAt } from './dependencies.ts';

const dependencies = new Map([
  ['a.x', new Set(['b.y', 'a.name'])],
  ['b.y', new Set(['b.z'])],
  ['b.z', new Set(['a.x'])],
  ['c.w', new Set(['b.y'])],
]);

test('a ring is found with its way', () => {
  expect(ringAt(dependencies, 'a.x')).toEqual(['a.x', 'b.y', 'b.z', 'a.x']);
  expect(ringAt(dependencies, 'c.w')).toBeUndefined();
  expect(ringAt(new Map([['a', new Set(['a'])]]), 'a')).toEqual(['a', 'a']);
});

test('what follows from a field is found by way of others too', () => {
  expect(followersOf(dependencies, 'b.z')).toEqual(['b.y', 'a.x', 'c.w']);
  expect(followersOf(dependencies, 'c.w')).toEqual([]);
});

test('of several classes the most sensitive counts', () => {
  expect(highestClass(['internal', 'confidential', 'public'])).toBe('confidential');
  expect(highestClass([])).toBe('public');
});
