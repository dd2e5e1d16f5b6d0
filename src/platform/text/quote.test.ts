import { expect, test } from 'vitest';
import { quoted } from './index.ts';

test('a value is shown on one line in quotes', () => {
  expect(quoted('a\n\u0000\u202eb')).toBe("'a b'");
});

test('a long value is cut', () => {
  expect(quoted('x'.repeat(2_000_000), 5)).toBe("'xxxxx…'");
});
