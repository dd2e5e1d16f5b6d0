import { expect, test } from 'vitest';
import { completeShare } from './complete-share.ts';

const now = new Date('2026-06-01T12:00:00.000Z');
const roles = new Set(['rep', 'manager']);
const check = (set: object, before?: object) => completeShare({ ...set }, before && { ...before }, roles, now);

test.each([
  [{ userId: 'u' }],
  [{ role: 'rep' }],
  [{ userId: 'u', until: '2026-06-01T12:00:00.001Z' }],
  [{ deletedAt: null }, { userId: 'u', until: '2020-01-01T00:00:00.000Z' }],
])('%o is a share', (set, before?: object) => {
  expect(() => check(set, before)).not.toThrow();
});

test.each([
  [{}, 'userId'],
  [{ userId: 'u', role: 'rep' }, 'userId'],
  [{ role: 'king' }, 'role'],
  [{ userId: 'u', until: '2026-06-01T12:00:00.000Z' }, 'until'],
])('%o is refused', (set, path) => {
  expect(() => check(set)).toThrow(expect.objectContaining({ mistakes: [expect.objectContaining({ path })] }));
});

test('a share stays with its record', () => {
  expect(() => check({ recordId: 'ct_2' }, { recordId: 'ct_1', userId: 'u' })).toThrow(/one record/);
});
