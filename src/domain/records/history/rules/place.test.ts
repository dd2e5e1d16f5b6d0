import { expect, test } from 'vitest';
import { cursorAfter, placeOf } from './place.ts';

test('a cursor leads back to its place, and nothing else is one', () => {
  const here = { at: new Date(1_700_000_000_123), id: '00000000-0000-7000-8000-00000000000e' };
  expect(placeOf(cursorAfter(here))).toEqual(here);
  const coded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  for (const cursor of ['', 'x', coded(null), coded([1]), coded([1e300, here.id]), coded([1, "'; drop table"])])
    expect(() => placeOf(cursor)).toThrow(/not one of ours/);
});
