import { expect, test } from 'vitest';
import { replacedTags } from './replaced-tags.ts';

test.each([
  [['a', 'b', 'c'], ['b'], 'x', ['a', 'x', 'c']],
  [['a', 'b', 'c'], ['a', 'c'], 'x', ['x', 'b']],
  [['a', 'x'], ['a'], 'x', ['x']],
  [['a', 'b'], ['a'], null, ['b']],
  [['b'], ['a'], 'x', ['b']],
])('%j with %j as %j is %j', (tags, from, to, expected) => {
  expect(replacedTags(tags, new Set(from), to)).toEqual(expected);
});
