import { expect, test } from 'vitest';
import { cursorAfter, latest, type Place, placeOf } from './places.ts';

const place = (ms: number, letter: string): Place => ({
  at: new Date(ms),
  id: `00000000-0000-7000-8000-00000000000${letter}`,
});

test('the latest come first, and of one moment the greater id', () => {
  const lists = [[place(5, 'a'), place(3, 'b')], [place(5, 'c')], [], [place(4, 'd')]];
  const { entries, more } = latest(lists, 3);
  expect(entries.map(({ id }) => id.at(-1))).toEqual(['c', 'a', 'd']);
  expect(more).toBe(true);
  expect(latest(lists, 4).more).toBe(false);
});

test('a cursor leads back to its place, and nothing else is one', () => {
  const here = place(1_700_000_000_123, 'e');
  expect(placeOf(cursorAfter(here))).toEqual(here);
  const coded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const wrong = ['', 'x', coded(null), coded({}), coded([1]), coded([1e300, here.id]), coded([1, "'; drop table"])];
  for (const cursor of wrong) expect(() => placeOf(cursor)).toThrow(/not one of ours/);
});
