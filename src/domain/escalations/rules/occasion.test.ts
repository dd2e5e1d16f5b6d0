import { expect, test } from 'vitest';
import { daysAgo, daysBetween, eventBecause, passedBecause, rottingBecause } from './occasion.ts';

test('days are counted whole', () => {
  const now = new Date('2030-03-04T12:00:00Z');
  expect(daysAgo(now, 3)).toEqual(new Date('2030-03-01T12:00:00Z'));
  expect(daysBetween(new Date('2030-03-01T12:00:01Z'), now)).toBe(2);
});

test('a reason is a sentence for people', () => {
  expect(rottingBecause('Talk', 12, 1)).toBe('In Talk for 12 days, allowed 1 day');
  expect(passedBecause('2030-03-01', 1)).toBe('Expected to close on 2030-03-01, 1 day ago, and still open');
  expect(eventBecause('Nobody has accepted these leads in time; told once a lead.', '')).toBe(
    'Nobody has accepted these leads in time',
  );
  expect(eventBecause('A deal was lost.', 'Amount is at least 5')).toBe('A deal was lost, where Amount is at least 5');
});
