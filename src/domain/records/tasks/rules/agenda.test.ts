import { expect, test } from 'vitest';
import { agendaDays } from './agenda.ts';

test('days begin where the person is', () => {
  const now = new Date('2030-03-04T20:00:00Z');
  expect(agendaDays(now, 'Asia/Tokyo')).toMatchObject({
    today: '2030-03-05',
    tomorrowAt: new Date('2030-03-05T15:00:00Z'),
  });
  expect(agendaDays(now, 'America/Los_Angeles')).toMatchObject({
    today: '2030-03-04',
    tomorrowAt: new Date('2030-03-05T08:00:00Z'),
  });
});

test('fourteen days are looked ahead to, over the ends of months and the change of the clocks', () => {
  const days = agendaDays(new Date('2030-03-25T12:00:00Z'), 'Europe/Berlin');
  expect(days.ahead).toHaveLength(14);
  expect(days.ahead.slice(5, 9)).toEqual(['2030-03-30', '2030-03-31', '2030-04-01', '2030-04-02']);
  expect(days.endAt).toEqual(new Date('2030-04-07T22:00:00Z'));
});
