import { expect, test } from 'vitest';
import { slug } from './index.ts';

test('a slug has small letters, digits and single hyphens', () => {
  expect(slug(" Zoë's  1st list! ")).toBe('zoe-s-1st-list');
});

test('a slug keeps letters of other scripts and may be empty', () => {
  expect(slug('顧客 リスト')).toBe('顧客-リスト');
  expect(slug('!!!')).toBe('');
});

test('a long slug is cut without a hyphen at its end or half a character', () => {
  expect(slug('abc def', 4)).toBe('abc');
  expect(slug('😀𠮷𠮷', 3)).toBe('𠮷');
});
