import { expect, test } from 'vitest';
import { withoutRings } from './rings.ts';

const link = (recordId: string, parentId: string) => ({ recordId, parentId });

test('a link that would close a ring is left out, whatever is there already', () => {
  const { sound, rings } = withoutRings([link('a', 'b'), link('b', 'c'), link('c', 'a')], new Map());
  expect([sound.length, rings]).toEqual([2, [link('c', 'a')]]);
  expect(
    withoutRings(
      [link('a', 'c')],
      new Map([
        ['c', 'b'],
        ['b', 'a'],
      ]),
    ).rings,
  ).toHaveLength(1);
});

test('a parent that is taken away first makes no ring', () => {
  expect(withoutRings([link('b', 'x'), link('a', 'b')], new Map([['b', 'a']])).rings).toEqual([]);
});

test('nothing can be its own parent, and a ring that was there does not hang', () => {
  expect(withoutRings([link('a', 'a')], new Map()).rings).toHaveLength(1);
  expect(
    withoutRings(
      [link('a', 'b')],
      new Map([
        ['b', 'c'],
        ['c', 'b'],
      ]),
    ).sound,
  ).toHaveLength(1);
});
