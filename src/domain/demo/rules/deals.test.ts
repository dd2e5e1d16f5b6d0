import { expect, test } from 'vitest';
import { generateAccounts } from './accounts.ts';
import { generateContacts } from './contacts.ts';
import { dealsOf } from './deals.ts';

const now = new Date('2026-11-01T12:00:00Z');
const accounts = generateAccounts(300, 7, now);
const contacts = [...generateContacts(2000, accounts, 7)];

test('the same people have always the same deals, in whatever chunks they come', () => {
  const parts = [dealsOf(contacts.slice(0, 700), 7, now), dealsOf(contacts.slice(700), 7, now)].flat();
  expect(parts).toEqual(dealsOf(contacts, 7, now));
});

test('a demo has about 400 deals of a year, of every outcome, in an order of time that can be', () => {
  const deals = dealsOf(contacts, 7, now);
  expect(deals.length).toBeGreaterThan(300);
  expect(deals.length).toBeLessThan(600);
  for (const outcome of ['open', 'won', 'lost'])
    expect(deals.filter((one) => one.outcome === outcome).length).toBeGreaterThan(50);
  for (const { at, since, closeAt, outcome, contactIndex, amount } of deals) {
    expect(at.getTime()).toBeGreaterThanOrEqual(contacts[contactIndex]?.createdAt.getTime() ?? 0);
    expect(since.getTime()).toBeGreaterThanOrEqual(at.getTime());
    expect(since.getTime()).toBeLessThanOrEqual(now.getTime());
    expect(outcome === 'open' ? closeAt > now : closeAt <= now).toBe(true);
    expect(amount).toBeGreaterThanOrEqual(1000);
  }
});
