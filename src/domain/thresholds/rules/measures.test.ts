import { expect, test } from 'vitest';
import { crosses } from './measures.ts';

test('a figure crosses its line on the side that it was drawn for, not on it', () => {
  expect([crosses(11, 'above', 10), crosses(10, 'above', 10), crosses(9, 'above', 10)]).toEqual([true, false, false]);
  expect([crosses(9, 'below', 10), crosses(10, 'below', 10), crosses(11, 'below', 10)]).toEqual([true, false, false]);
});

test('of a figure that is not known nothing is said', () => {
  expect([crosses(null, 'below', 10), crosses(null, 'above', -1)]).toEqual([false, false]);
});
