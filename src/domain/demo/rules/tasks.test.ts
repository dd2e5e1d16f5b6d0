import { expect, test } from 'vitest';
import { generateAccounts } from './accounts.ts';
import { generateContacts } from './contacts.ts';
import { dealsOf } from './deals.ts';
import { leadsOf } from './leads.ts';
import { taskOfDeal, taskOfLead } from './tasks.ts';

const now = new Date('2026-11-01T12:00:00Z');
const dayMs = 86_400_000;
const contacts = [...generateContacts(2000, generateAccounts(300, 7, now), 7)];
const tasks = [
  ...dealsOf(contacts, 7, now).map((one) => taskOfDeal(one, 7, now)),
  ...leadsOf(contacts, 7, now).map((one) => taskOfLead(one, 7, now)),
].filter((one) => one !== undefined);

test('some tasks are due today, some are overdue, most are ahead, some are done', () => {
  const open = tasks.filter((one) => one.doneAt === null);
  const days = open.map((one) => Math.round((one.dueAt.getTime() - now.getTime()) / dayMs));
  for (const some of [days.filter((day) => day === 0), days.filter((day) => day < 0), days.filter((day) => day > 0)])
    expect(some.length).toBeGreaterThan(5);
  expect(days.filter((day) => day < 0).length).toBeLessThan(days.length / 4);
  expect(tasks.length - open.length).toBeGreaterThan(10);
});

test('what is done was done after it was to be done, and before now', () => {
  for (const { at, doneAt } of tasks) {
    expect(at.getTime()).toBeLessThanOrEqual(now.getTime());
    if (doneAt) expect(doneAt >= at && doneAt <= now).toBe(true);
  }
});
