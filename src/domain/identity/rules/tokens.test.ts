import { expect, test } from 'vitest';
import { newToken } from '#platform/crypto';
import { isToken, tokenPrefixes } from './tokens.ts';

test('a secret is known by its shape, and one kind is not another', () => {
  expect(isToken('key', newToken(tokenPrefixes.key))).toBe(true);
  expect(isToken('key', newToken(tokenPrefixes.refresh))).toBe(false);
  expect(isToken('refresh', newToken(tokenPrefixes.link))).toBe(false);
});

test('guesses are told apart without looking them up', () => {
  const body = 'a'.repeat(43);
  for (const text of [
    '',
    'kith_',
    `kith_${body}a`,
    `kith_${body.slice(1)}`,
    `kith_${body.slice(1)}\u0000`,
    `kith_${body.slice(1)}\n`,
    `KITH_${body}`,
    ` kith_${body}`,
    `kith_${body.slice(3)}%25`,
    "kith_' or 1=1 --".padEnd(48, 'x'),
  ])
    expect(isToken('key', text)).toBe(false);
});
