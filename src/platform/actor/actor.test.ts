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

test('the system may do everything in its workspace', () => {
  expect(may(systemActor('w'), 'anything:at-all')).toBe(true);
});
