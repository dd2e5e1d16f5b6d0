import { expect, test } from 'vitest';
import { coversAll, isPermission, narrowed } from './permissions.ts';

test('scopes narrow and never widen', () => {
  expect([...narrowed(['*'], ['contacts:read'])]).toEqual(['contacts:read']);
  expect([...narrowed(['contacts:*'], ['*:read'])]).toEqual(['contacts:read']);
  expect([...narrowed(['contacts:read'], ['contacts:*', '*'])]).toEqual(['contacts:read']);
  expect([...narrowed(['contacts:read'], ['users:write', 'contacts:write'])]).toEqual([]);
  expect([...narrowed(['*'], ['*:*'])]).toEqual(['*']);
});

test('nobody covers more than they hold', () => {
  expect(coversAll(new Set(['*']), ['*', 'a:b', '*:read'])).toBe(true);
  expect(coversAll(new Set(['contacts:*']), ['contacts:read', 'contacts:*'])).toBe(true);
  expect(coversAll(new Set(['contacts:read']), ['contacts:*'])).toBe(false);
  expect(coversAll(new Set(['*:read']), ['*'])).toBe(false);
  expect(coversAll(new Set(['*:read']), ['*:*'])).toBe(false);
  expect(coversAll(new Set(), [])).toBe(true);
});

test('what is no permission is none', () => {
  for (const text of ['*', '*:*', 'contacts:read', 'contacts:*', '*:read']) expect(isPermission(text)).toBe(true);
  for (const text of [
    '',
    ':',
    'contacts',
    'contacts:',
    ':read',
    'a:b:c',
    'a:b\n',
    '**',
    'A:b',
    '__proto__:x',
    `${'a'.repeat(99)}:b`,
  ])
    expect(isPermission(text)).toBe(false);
});
