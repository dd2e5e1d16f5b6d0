import { expect, test } from 'vitest';
import { normalisedRecoveryCode, recoveryCode } from './recovery-codes.ts';

test('a code is read back however it is typed', () => {
  const code = recoveryCode(Uint8Array.from({ length: 16 }, (_, n) => n * 17));
  expect(code).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
  const plain = code.replaceAll('-', '');
  for (const typed of [code, code.toUpperCase(), plain, ` ${code.replaceAll('-', ' ')}\n`])
    expect(normalisedRecoveryCode(typed)).toBe(plain);
});

test.each(['', '123456', 'k7mp-2qxa', 'oooo-oooo-oooo-oooo', 'a'.repeat(17), "' or 1=1 --12345", '\u0000'.repeat(16)])(
  '%j is none',
  (text) => {
    expect(normalisedRecoveryCode(text)).toBeUndefined();
  },
);
