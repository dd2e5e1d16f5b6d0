import { expect, test } from 'vitest';
import { likelyProduct, totalOf } from './totals.ts';

test.each([
  ['10.00', 'EUR', 3, 0, '30.00'],
  ['0.05', 'EUR', 0.5, 0, '0.03'],
  ['99.99', 'USD', 2, 12.5, '174.98'],
  ['1000', 'JPY', 1.5, 33.33, '1000'],
  ['1.234', 'KWD', 10, 100, '0.000'],
  ['-5.00', 'EUR', 1, 50, '-2.50'],
])('%s %s × %d less %d %% is %s', (price, currency, quantity, discount, total) => {
  expect(totalOf(price, currency, quantity, discount)).toBe(total);
});

test('a name without its space is known again, another one is not', () => {
  const products = [{ name: 'GTX Pro' }, { name: 'GTX Basic' }];
  expect(likelyProduct('GTXPro', products)).toEqual({ name: 'GTX Pro' });
  expect(likelyProduct('gtx-basic', products)).toEqual({ name: 'GTX Basic' });
  expect(likelyProduct('MG Special', products)).toBeUndefined();
  expect(likelyProduct('--', products)).toBeUndefined();
});
