import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readQuickLine } from './quick-line.ts';

test.each([
  ['called Ana 10m, wants pricing', 'call', 'Ana', 10, 'Wants pricing'],
  ['Called ana lópez about the renewal', 'call', 'ana lópez', undefined, 'The renewal'],
  ['call with Bo 1h30: contract', 'call', 'Bo', 90, 'Contract'],
  [
    'met Jean-Luc van den Berg for 1.5 hours',
    'meeting',
    'Jean-Luc van den Berg',
    90,
    'Meeting with Jean-Luc van den Berg',
  ],
  ['met with Ada GmbH half an hour - budget is fixed', 'meeting', 'Ada GmbH', 30, 'Budget is fixed'],
  ['spoke to Ana wants a demo 15 min', 'call', 'Ana', 15, 'Wants a demo'],
  ['emailed Ana: the offer', 'email', 'Ana', undefined, 'The offer'],
  ["texted O'Brien", 'sms', "O'Brien", undefined, "SMS with O'Brien"],
  ['note Ana, prefers mornings', 'note', 'Ana', undefined, 'Prefers mornings'],
  ['prefers mornings', 'note', undefined, undefined, 'Prefers mornings'],
  ['coffee with Ana 45 minutes.', 'meeting', 'Ana', 45, 'Meeting with Ana'],
  ['called Ana, 3 machines in 2030', 'call', 'Ana', undefined, '3 machines in 2030'],
])('%s', (line, type, who, durationMinutes, subject) => {
  expect(readQuickLine(line)).toMatchObject({ type, who, durationMinutes, subject });
});

test('yesterday is a day ago, and no part of the name', () => {
  expect(readQuickLine('called Ana yesterday 5m, no answer')).toEqual({
    type: 'call',
    who: 'Ana',
    durationMinutes: 5,
    daysAgo: 1,
    subject: 'No answer',
  });
});

test('any line whatever is read to an end, with a subject', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (line) => {
      const { subject, durationMinutes = 0 } = readQuickLine(line);
      expect(subject.length).toBeGreaterThan(0);
      expect(durationMinutes).toBeGreaterThanOrEqual(0);
    }),
  );
});
