import { expect, test } from 'vitest';
import { generateAccounts } from './accounts.ts';
import { generateContacts } from './contacts.ts';
import { dealsOf, wayOf } from './deals.ts';

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

test('open deals have been where they are for days or weeks, and their years began at any time', () => {
  const deals = dealsOf(contacts, 7, now);
  const days = (moment: Date) => (now.getTime() - moment.getTime()) / 86_400_000;
  const here = deals.filter((one) => one.outcome === 'open').map(({ since }) => days(since));
  expect(here.filter((one) => one < 1).length).toBeLessThan(here.length / 10);
  expect(here.filter((one) => one > 20).length).toBeGreaterThan(here.length / 10);
  for (const quarter of [0, 1, 2])
    expect(deals.filter(({ at }) => Math.floor(days(at) / 91) === quarter).length).toBeGreaterThan(20);
});

test('a deal comes through the stages in their order, and is where it is since it came there', () => {
  const stages = (['open', 'open', 'open', 'won', 'lost'] as const).map((kind, at) => ({
    id: `${at}`,
    name: kind,
    kind,
  }));
  for (const deal of dealsOf(contacts, 7, now)) {
    const way = wayOf(deal, stages);
    expect(way[0]?.at).toEqual(way.length > 1 ? deal.at : deal.since);
    expect(way.at(-1)).toMatchObject({ at: deal.since, stage: { kind: deal.outcome } });
    expect(way.map(({ at }) => at.getTime())).toEqual(way.map(({ at }) => at.getTime()).sort((a, b) => a - b));
    expect(way.slice(0, -1).map(({ stage }) => stage.id)).toEqual(way.slice(0, -1).map((_, at) => `${at}`));
  }
  const won = dealsOf(contacts, 7, now).filter((one) => one.outcome === 'won');
  for (const deal of won) expect(wayOf(deal, stages.slice(0, 3))).toEqual([]);
});
