import { expect, test } from 'vitest';
import { type FieldChange, ownAt, ownList, takenOut } from './own-values.ts';

const change = (version: number, before: unknown, after: unknown, isEdit: boolean): FieldChange => ({
  version,
  before,
  after,
  isEdit,
  at: version,
  trust: 0,
});

test('what a record holds of its own is its last edit, or what it held before anything', () => {
  const changes = [
    change(1, 'a', 'merged', false),
    change(2, 'merged', 'edited', true),
    change(3, 'edited', 'm', false),
  ];
  expect(ownAt('m', changes, 99)).toBe('edited');
  expect(ownAt('m', changes, 2)).toBe('a');
  expect(ownAt('now', [], 99)).toBe('now');
});

test('of a list the own part is what was there and what edits have put in, but for what they took out', () => {
  const changes = [change(1, ['a'], ['a', 'b'], false), change(2, ['a', 'b'], ['b', 'c'], true)];
  expect(ownList(['b', 'c'], changes)).toEqual(['c']);
  expect(takenOut(changes, 1)).toEqual(['a']);
  expect(takenOut(changes, 3)).toEqual([]);
});
