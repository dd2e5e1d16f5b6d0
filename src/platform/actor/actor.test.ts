import { expect, test } from 'vitest';
import { type Actor, may, systemActor } from './index.ts';

const rep: Actor = {
  ...systemActor('w'),
  type: 'user',
  role: 'rep',
  permissions: new Set(['contacts:read', 'activities:*', '*:list']),
};

test.each([
  ['contacts:read', true],
  ['contacts:write', false],
  ['activities:write', true],
  ['keys:list', true],
  ['', false],
])('a rep and %s: %s', (permission, expected) => {
  expect(may(rep, permission)).toBe(expected);
});

test('what is denied goes before what is granted, with wildcards too', () => {
  const denied = { ...rep, denied: new Set(['activities:delete', '*:list']) };
  expect(['contacts:read', 'activities:write'].every((one) => may(denied, one))).toBe(true);
  expect(['activities:delete', 'keys:list'].some((one) => may(denied, one))).toBe(false);
  expect(may({ ...systemActor('w'), denied: new Set(['*']) }, 'contacts:read')).toBe(false);
});

test('the system may do everything in its workspace', () => {
  expect(may(systemActor('w'), 'anything:at-all')).toBe(true);
});
