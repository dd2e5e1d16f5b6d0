import { expect, test } from 'vitest';
import { generateAccounts } from './accounts.ts';
import { generateContacts } from './contacts.ts';
import { leadsOf } from './leads.ts';

const now = new Date('2026-11-01T12:00:00Z');
const accounts = generateAccounts(300, 7, now);
const contacts = [...generateContacts(2000, accounts, 7)];

test('the same people have always shown the same interests, in whatever chunks they come', () => {
  const whole = leadsOf(contacts, 7, now);
  const parts = [leadsOf(contacts.slice(0, 700), 7, now), leadsOf(contacts.slice(700), 7, now)].flat();
  expect(parts).toEqual(whole);
});

test('a demo has an inbox worth looking at, and nothing happens before somebody is known or after now', () => {
  const leads = leadsOf(contacts, 7, now);
  expect(leads.length).toBeGreaterThan(100);
  expect(new Set(leads.map(({ status }) => status)).size).toBe(6);
  for (const { at, contactIndex } of leads) {
    expect(at.getTime()).toBeLessThanOrEqual(now.getTime());
    expect(at.getTime()).toBeGreaterThanOrEqual(contacts[contactIndex]?.createdAt.getTime() ?? 0);
  }
});

test('most leads that wait are still within their day, some are overdue, and the others have been answered', () => {
  const leads = leadsOf(contacts, 7, now);
  const waiting = leads.filter(({ answeredAt }) => answeredAt === null);
  const overdue = waiting.filter(({ at }) => now.getTime() - at.getTime() > 86_400_000);
  expect(waiting.length).toBeGreaterThan(60);
  expect(overdue.length).toBeGreaterThan(waiting.length / 10);
  expect(overdue.length).toBeLessThan(waiting.length / 2);
  for (const { at, answeredAt, status } of leads) {
    expect(answeredAt === null).toBe(status === 'new' || status === 'assigned');
    if (answeredAt) expect(answeredAt >= at && answeredAt <= now).toBe(true);
  }
});
