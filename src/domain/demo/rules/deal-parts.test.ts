import { expect, test } from 'vitest';
import { activitiesOfDeal, demoProducts, partsOf } from './deal-parts.ts';

const colleagues = [{ index: 1 }, { index: 2 }, { index: 3 }, { index: 4 }, { index: 5 }];
const all = Array.from({ length: 400 }, (_, contactIndex) =>
  partsOf({ contactIndex, outcome: contactIndex % 2 ? 'open' : 'won' }, colleagues, 7),
);

test('the same deal is always made of the same', () => {
  expect(partsOf({ contactIndex: 9, outcome: 'open' }, colleagues, 7)).toEqual(all[9]);
});

test('some deals have items of the products, most open ones people with a say, some a rival', () => {
  const having = (part: 'items' | 'stakeholders' | 'competitors') => all.filter((one) => one[part].length > 0).length;
  for (const part of ['items', 'stakeholders', 'competitors'] as const) {
    expect(having(part)).toBeGreaterThan(60);
    expect(having(part)).toBeLessThan(260);
  }
  for (const { items } of all) {
    expect(new Set(items.map((one) => one.product)).size).toBe(items.length);
    for (const { product, discount } of items) {
      expect(demoProducts[product]).toBeDefined();
      expect(discount).toBeLessThan(20);
    }
  }
});

test('nobody has a say twice', () => {
  for (const { stakeholders } of all) {
    const people = stakeholders.map((one) => one.contactIndex);
    expect(new Set(people).size).toBe(people.length);
  }
});

test('something was done in every stage that a deal has left', () => {
  const way = ['2026-01-01', '2026-02-01', '2026-03-01'].map((day) => ({ at: new Date(day) }));
  const done = activitiesOfDeal({ contactIndex: 4 }, way, 2, 7);
  expect(done.map(({ at }) => at.getUTCMonth())).toEqual([0, 1]);
  expect(done[0]).toMatchObject({ contactIndex: 4, accountIndex: 2 });
  expect(activitiesOfDeal({ contactIndex: 4 }, way.slice(0, 1), 2, 7)).toEqual([]);
});
