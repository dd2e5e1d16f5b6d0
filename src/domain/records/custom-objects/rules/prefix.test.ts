import { expect, test } from 'vitest';
import { prefixFor } from './prefix.ts';

test('a prefix is the name in short, and is nobody else’s', () => {
  expect(prefixFor('salesProject', new Set())).toBe('sale');
  expect(prefixFor('sale', new Set(['sale', 'sale2']))).toBe('sale3');
  expect(prefixFor('ct', new Set(['ct']))).toBe('ct2');
});
