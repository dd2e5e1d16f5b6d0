import { expect, test } from 'vitest';
import { afterTelling, endOfDay, nextTelling, soonAt, type TellingFacts } from './telling.ts';

const zone = 'Europe/Berlin';
const now = new Date('2026-11-29T12:00:00Z');
const due = '2026-11-30T13:00:00.000Z';
const soon = '2026-11-30T08:00:00.000Z';
const facts: TellingFacts = { open: true, dueAt: due, remindAt: null, soonToldFor: null, overdueToldFor: null };
const next = (more: Partial<TellingFacts>, at = now) => {
  const telling = nextTelling({ ...facts, ...more }, zone, at);
  return telling && [telling.tell, telling.at.toISOString()];
};

test('the morning of the day it is due, or an hour before', () => {
  expect(soonAt(new Date(due), zone).toISOString()).toBe(soon);
  expect(soonAt(new Date('2026-11-30T08:30:00Z'), zone).toISOString()).toBe('2026-11-30T07:30:00.000Z');
  expect(soonAt(new Date('2026-11-30T13:00:00Z'), 'Asia/Tokyo').toISOString()).toBe('2026-11-30T00:00:00.000Z');
});

test('a whole day ends where the assignee is, and is told of in its own morning', () => {
  const end = endOfDay('2026-03-28', zone);
  expect(end.toISOString()).toBe('2026-03-28T23:00:00.000Z');
  expect(endOfDay('2026-12-31', 'America/New_York').toISOString()).toBe('2027-01-01T05:00:00.000Z');
  expect(soonAt(end, zone).toISOString()).toBe('2026-03-28T08:00:00.000Z');
});

test('first that it is due soon, then that it is overdue, each once', () => {
  expect(next({})).toEqual(['due_soon', soon]);
  expect(next({ soonToldFor: soon })).toEqual(['overdue', due]);
  expect(next({ soonToldFor: soon, overdueToldFor: due })).toBeUndefined();
  expect(afterTelling('due_soon', facts)?.at.toISOString()).toBe(due);
  expect(afterTelling('due_soon', { ...facts, overdueToldFor: due })).toBeUndefined();
  expect(afterTelling('overdue', facts)).toBeUndefined();
});

test('a new time is told anew, and a reminder goes before', () => {
  expect(next({ soonToldFor: '2026-11-25T08:00:00.000Z', overdueToldFor: '2026-11-25T13:00:00.000Z' })).toEqual([
    'due_soon',
    soon,
  ]);
  const remindAt = '2026-11-30T06:00:00.000Z';
  expect(next({ remindAt })).toEqual(['due_soon', remindAt]);
  expect(next({ remindAt, dueAt: null })).toEqual(['due_soon', remindAt]);
  expect(next({ remindAt, dueAt: null, soonToldFor: remindAt })).toBeUndefined();
});

test('of what is overdue already only that is told, and of what is closed or has no time nothing', () => {
  expect(next({}, new Date(due))).toEqual(['overdue', due]);
  expect(next({ open: false })).toBeUndefined();
  expect(next({ dueAt: null })).toBeUndefined();
});
