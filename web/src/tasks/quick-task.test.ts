import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readQuickTask } from './quick-task.ts';

/** Wednesday, 6 March 2030, noon, wherever the test runs. */
const now = new Date(2030, 2, 6, 12, 0);
const at = (day: number, hours: number, minutes = 0) => new Date(2030, 2, day, hours, minutes).toISOString();

test.each([
  ['Call Ana tomorrow', 'Call Ana', '2030-03-07'],
  ['today: send the offer', 'send the offer', '2030-03-06'],
  ['Send offer by friday', 'Send offer', '2030-03-08'],
  ['Send offer Wed', 'Send offer', '2030-03-13'],
  ['Send offer next friday', 'Send offer', '2030-03-15'],
  ['Plan next sunday', 'Plan', '2030-03-17'],
  ['Plan next week', 'Plan', '2030-03-11'],
  ['Plan next month', 'Plan', '2030-04-01'],
  ['Ping Bo in 3 days', 'Ping Bo', '2030-03-09'],
  ['Ping Bo in a week', 'Ping Bo', '2030-03-13'],
  ['Ping Bo in two months', 'Ping Bo', '2030-05-06'],
  ['Renewal the day after tomorrow', 'Renewal', '2030-03-08'],
  ['Renewal 12 April', 'Renewal', '2030-04-12'],
  ['Renewal on Apr 12th', 'Renewal', '2030-04-12'],
  ['Renewal 2 March', 'Renewal', '2031-03-02'],
  ['Renewal 2030-12-24', 'Renewal', '2030-12-24'],
  ['Renewal 24.12.', 'Renewal', '2030-12-24'],
  ['Renewal 24.12.2031', 'Renewal', '2031-12-24'],
])('%s', (line, subject, dueOn) => {
  expect(readQuickTask(line, now)).toEqual({ subject, dueOn });
});

test.each([
  ['Call Ana friday 14:00', 'Call Ana', at(8, 14)],
  ['Call Ana at 3pm', 'Call Ana', at(6, 15)],
  ['Call Ana 9:30 am', 'Call Ana', at(7, 9, 30)],
  ['Call Ana tomorrow at 9', 'Call Ana', at(7, 9)],
  ['Call Ana tonight', 'Call Ana', at(6, 20)],
  ['Call Ana 12am', 'Call Ana', at(7, 0)],
  ['Call Ana today 8:00', 'Call Ana', at(6, 8)],
])('%s', (line, subject, dueAt) => {
  expect(readQuickTask(line, now)).toEqual({ subject, dueAt });
});

test('how pressing and how often it is stands in the line as well', () => {
  expect(readQuickTask('Chase invoice !high tomorrow', now)).toMatchObject({
    subject: 'Chase invoice',
    priority: 'high',
  });
  expect(readQuickTask('Chase invoice !!', now)).toEqual({ subject: 'Chase invoice', priority: 'urgent' });
  expect(readQuickTask('Report every monday 9:00', now)).toEqual({
    subject: 'Report',
    dueAt: at(11, 9),
    repeat: 'weekly',
  });
  expect(readQuickTask('Standup every weekday', now)).toMatchObject({ repeat: 'weekdays', dueOn: '2030-03-06' });
  expect(readQuickTask('Standup daily 9:00', now)).toEqual({ subject: 'Standup', dueAt: at(7, 9), repeat: 'daily' });
  expect(readQuickTask('Weekly report today', now)).toEqual({ subject: 'Weekly report', dueOn: '2030-03-06' });
  expect(readQuickTask('Check in every two weeks', now)).toMatchObject({ repeat: 'FREQ=WEEKLY;INTERVAL=2' });
});

test.each([
  'Monday.com demo',
  'Ask about the sunny side',
  'Order 3 machines',
  'Version 2.0 notes',
  '31 February',
  'Meet at 25:00',
  'tomorrow',
  'Marching orders',
])('%s is no time', (line) => {
  expect(readQuickTask(line, now)).toEqual({ subject: line });
});

test('any line whatever is read to an end, and no word of it is made up', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (line) => {
      const { subject, dueAt } = readQuickTask(line, now);
      for (const word of subject.split(/[\s,;.:]+/)) expect(line).toContain(word);
      if (dueAt) expect(Number.isNaN(Date.parse(dueAt))).toBe(false);
    }),
  );
});
