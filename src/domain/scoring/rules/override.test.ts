import { expect, test } from 'vitest';
import { earlier, type ScoreOverride, standingOverride } from './override.ts';

const now = new Date('2026-03-01T12:00:00Z');
const override: ScoreOverride = {
  score: 90,
  reason: 'Met her',
  by: 'u',
  byName: 'Ana',
  at: now.toISOString(),
  until: null,
};

test('an override stands until its time is over', () => {
  expect(standingOverride(null, now)).toBeUndefined();
  expect(standingOverride(override, now)).toBe(override);
  expect(standingOverride({ ...override, until: '2026-03-01T12:00:01Z' }, now)?.score).toBe(90);
  expect(standingOverride({ ...override, until: '2026-03-01T12:00:00Z' }, now)).toBeUndefined();
});

test('of two moments the earlier one counts, and one that is missing does not', () => {
  expect(earlier(null, null)).toBeNull();
  expect(earlier(now, undefined)).toBe(now);
  expect(earlier(now, '2026-03-02T00:00:00Z')).toBe(now);
  expect(earlier(now, '2026-02-01T00:00:00Z')?.toISOString()).toBe('2026-02-01T00:00:00.000Z');
});
