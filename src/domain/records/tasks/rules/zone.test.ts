import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localTime, momentOf } from './zone.ts';

const at = (text: string) => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/\D/).map(Number);
  return { year, month, day, hour, minute, second: 0 };
};

test.each([
  ['Europe/Berlin', '2026-01-15 09:00', '2026-01-15T08:00:00.000Z'],
  ['Europe/Berlin', '2026-07-15 09:00', '2026-07-15T07:00:00.000Z'],
  ['Asia/Kolkata', '2026-07-15 00:00', '2026-07-14T18:30:00.000Z'],
  ['Pacific/Kiritimati', '2026-01-01 00:00', '2025-12-31T10:00:00.000Z'],
  // Skipped in spring, shown twice in autumn.
  ['Europe/Berlin', '2026-03-29 02:30', '2026-03-29T01:30:00.000Z'],
  ['Europe/Berlin', '2026-10-25 02:30', '2026-10-25T00:30:00.000Z'],
  ['America/New_York', '2026-11-01 01:30', '2026-11-01T05:30:00.000Z'],
  ['UTC', '2026-02-30 00:00', '2026-03-02T00:00:00.000Z'],
])('in %s it is %s at %s', (zone, local, moment) => {
  expect(momentOf(at(local), zone).toISOString()).toBe(moment);
});

test('what clocks show of a moment names that moment, but for the second of two', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia'];
  const times = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(times, fc.constantFrom(...zones), (date, zone) => {
      date.setUTCMilliseconds(0);
      const back = momentOf(localTime(date, zone), zone);
      const earlierByMs = date.getTime() - back.getTime();
      expect([0, 1_800_000, 3_600_000]).toContain(earlierByMs);
      expect(localTime(back, zone)).toEqual(localTime(date, zone));
    }),
  );
});
