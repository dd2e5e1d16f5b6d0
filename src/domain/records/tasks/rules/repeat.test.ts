import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextDue, type Repeat, readRepeat } from './repeat.ts';

const next = (rule: string, first: string, after = first, zone = 'Europe/Berlin') =>
  nextDue(readRepeat(rule) as Repeat, new Date(first), new Date(after), zone)?.toISOString();

test.each([
  ['daily', '2026-11-27T08:00:00Z', undefined, '2026-11-28T08:00:00.000Z'],
  ['daily', '2026-11-27T08:00:00Z', '2026-12-05T07:59:59Z', '2026-12-05T08:00:00.000Z'],
  ['weekdays', '2026-11-27T08:00:00Z', undefined, '2026-11-30T08:00:00.000Z'],
  ['weekly', '2026-11-27T08:00:00Z', undefined, '2026-12-04T08:00:00.000Z'],
  ['monthly', '2026-01-31T08:00:00Z', undefined, '2026-02-28T08:00:00.000Z'],
  ['monthly', '2026-01-31T08:00:00Z', '2026-02-28T08:00:00Z', '2026-03-31T07:00:00.000Z'],
  ['yearly', '2024-02-29T08:00:00Z', undefined, '2025-02-28T08:00:00.000Z'],
  ['yearly', '2024-02-29T08:00:00Z', '2027-03-01T00:00:00Z', '2028-02-29T08:00:00.000Z'],
  // The hour by the clock stays, whatever the clocks do.
  ['daily', '2026-03-28T08:00:00Z', undefined, '2026-03-29T07:00:00.000Z'],
  ['weekly', '2026-10-22T07:00:00Z', undefined, '2026-10-29T08:00:00.000Z'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', '2026-11-30T08:00:00Z', undefined, '2026-12-03T08:00:00.000Z'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', '2026-11-30T08:00:00Z', '2026-12-03T08:00:00Z', '2026-12-14T08:00:00.000Z'],
  ['FREQ=DAILY;INTERVAL=3', '2026-11-27T08:00:00Z', '2026-11-28T09:00:00Z', '2026-11-30T08:00:00.000Z'],
  ['RRULE:FREQ=DAILY;UNTIL=20261128', '2026-11-27T08:00:00Z', undefined, '2026-11-28T08:00:00.000Z'],
  ['FREQ=DAILY;UNTIL=20261127', '2026-11-27T08:00:00Z', undefined, undefined],
])('%s from %s after %s comes at %s', (rule, first, after, at) => {
  expect(next(rule, first, after)).toBe(at);
});

test.each([
  '',
  'sometimes',
  'FREQ=HOURLY',
  'FREQ=DAILY;COUNT=3',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=DAILY;INTERVAL=1.5',
  'FREQ=DAILY;BYDAY=MO',
  'FREQ=WEEKLY;BYDAY=XX',
  'FREQ=WEEKLY;FREQ=DAILY',
  'FREQ=DAILY;UNTIL=20260230',
  'INTERVAL=2',
])('%j is no repetition', (text) => {
  expect(readRepeat(text)).toBeUndefined();
});

test('the next time is always later, and nothing of the series lies between', () => {
  const rules = [
    'daily',
    'weekdays',
    'weekly',
    'monthly',
    'yearly',
    'FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,WE',
    'FREQ=MONTHLY;INTERVAL=5',
  ];
  const times = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...rules), times, fc.integer({ min: 0, max: 2000 }), (rule, first, days) => {
      first.setUTCMilliseconds(0);
      const repeat = readRepeat(rule) as Repeat;
      const after = new Date(first.getTime() + days * 86_400_000);
      const at = nextDue(repeat, first, after, 'America/New_York') as Date;
      expect(at.getTime()).toBeGreaterThan(after.getTime());
      const between = nextDue(repeat, first, new Date((after.getTime() + at.getTime()) / 2), 'America/New_York');
      expect(between).toEqual(at);
    }),
    { numRuns: 300 },
  );
});
