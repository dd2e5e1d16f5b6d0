import { expect, test } from 'vitest';
import type { Values } from '#platform/changes';
import { completeTask, followingTask, refuseBlank, touchesTimes } from './complete-task.ts';

const zone = 'Europe/Berlin';
const now = new Date('2026-11-29T12:00:00Z');
const completed = (set: Values, before?: Values) => {
  completeTask(set, before, zone, now);
  return set;
};

test('a day is due at its end, and a moment that is set later lets go of the day', () => {
  const day = completed({ dueOn: '2026-12-01' });
  expect(day.dueAt).toBe('2026-12-01T23:00:00.000Z');
  expect(completed({ dueAt: '2026-12-05T10:00:00.000Z' }, day)).toMatchObject({ dueOn: null });
  expect(completed({ dueOn: null }, day)).toMatchObject({ dueAt: null });
});

test('a task is completed when it is done, and no longer when it is opened again', () => {
  expect(completed({ status: 'done' }, { status: 'open' }).completedAt).toBe(now.toISOString());
  expect(completed({ status: 'open' }, { status: 'done' }).completedAt).toBeNull();
});

test.each([
  [{ repeat: 'daily' }, 'repeat'],
  [{ repeat: 'now and then', dueOn: '2026-12-01' }, 'repeat'],
  [{ dueAt: '2026-12-01T10:00:00Z', remindAt: '2026-12-01T11:00:00Z' }, 'remindAt'],
])('%o is refused at %s', (set, path) => {
  expect(() => completed(set)).toThrow(expect.objectContaining({ mistakes: [expect.objectContaining({ path })] }));
});

test('a blank subject is refused', () => {
  expect(() => refuseBlank({ subject: ' ' })).toThrow('must not be empty');
  refuseBlank({ status: 'done' });
});

test('what follows keeps what it was about, its hour, and its reminder', () => {
  const done = completed({
    subject: 'Call',
    status: 'done',
    repeat: 'weekly',
    dueAt: '2026-11-27T09:00:00.000Z',
    remindAt: '2026-11-27T08:00:00.000Z',
    assigneeId: 'a',
    'custom.x': 1,
  });
  expect(followingTask('1', done, zone, now)).toEqual({
    subject: 'Call',
    status: 'open',
    repeat: 'weekly',
    repeatFrom: '2026-11-27T09:00:00.000Z',
    dueAt: '2026-12-04T09:00:00.000Z',
    remindAt: '2026-12-04T08:00:00.000Z',
    assigneeId: 'a',
    'custom.x': 1,
    previousId: '1',
  });
});

test('days of a series go by the calendar; what was missed is not made up for, today is', () => {
  const follow = (set: Values) =>
    followingTask('1', completed({ subject: 'x', status: 'done', ...set }), zone, now)?.dueOn;
  expect(follow({ dueOn: '2027-01-31', repeat: 'monthly' })).toBe('2027-02-28');
  expect(follow({ dueOn: '2027-02-28', repeat: 'monthly', repeatFrom: '2027-01-31T11:00:00.000Z' })).toBe('2027-03-31');
  expect(follow({ dueOn: '2026-11-20', repeat: 'daily' })).toBe('2026-11-29');
  expect(follow({ dueOn: '2026-11-29', repeat: 'daily' })).toBe('2026-11-30');
  expect(follow({ dueOn: '2026-11-29', repeat: 'FREQ=DAILY;UNTIL=20261129' })).toBeUndefined();
  expect(follow({ dueOn: '2026-11-29' })).toBeUndefined();
});

test('only what has to do with time or people is looked at again', () => {
  expect(touchesTimes({ subject: 'x' }, { subject: 'y' })).toBe(false);
  expect(touchesTimes({ status: 'open' }, { status: 'open' })).toBe(false);
  expect(touchesTimes({ assigneeId: 'b' }, { assigneeId: 'a' })).toBe(true);
});
