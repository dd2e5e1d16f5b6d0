import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { deleteDeal } from './delete-deal.ts';
import { listDeals } from './list-deals.ts';

const world = await dealsWorld();
const { run, make, refuses } = world;

for (const [name, amount, closeDate] of [
  ['b', '200.00', '2026-02-01'],
  ['a', '99.99', '2026-03-01'],
  ['c', '1000', '2026-01-01'],
  ['d', null, null],
])
  await make({ name, amount, closeDate, tags: [name] });
await run(deleteDeal, { id: (await make({ name: 'gone' })).id });
const names = (answer: { data: { name: string }[] }) => answer.data.map((one) => one.name).join('');
const found = async (input: object) => names(await run(listDeals, input as never));

test('deals are sorted by what they are worth and paged; deleted ones are not among them', async () => {
  const first = await run(listDeals, { sort: '-amount', limit: 2, count: 'exact' });
  expect([names(first), first.page.total]).toEqual(['cb', 4]);
  const second = await run(listDeals, { sort: '-amount', limit: 2, cursor: first.page.next });
  expect([names(second), second.page]).toEqual(['ad', {}]);
  expect(await found({ sort: 'value' })).toBe('abcd');
});

test('a page after another by day goes on where it stopped', async () => {
  const first = await run(listDeals, { sort: 'closeDate', limit: 1 });
  expect(names(first) + (await found({ sort: 'closeDate', cursor: first.page.next }))).toBe('cbad');
  expect(await found({ sort: '-expectedClose' })).toBe('abcd');
});

test.each([
  [{ amount: { gt: '99.99' } }, 'bc'],
  [{ value: { gte: 99.99 } }, 'bac'],
  [{ amount: { eq: '1000.00' } }, 'c'],
  [{ amount: { in: ['200', '99.99'] } }, 'ba'],
  [{ amount: { empty: true } }, 'd'],
  [{ closeDate: { lt: '2026-02-01' } }, 'c'],
  [{ closeDate: { eq: '2026-02-01' } }, 'b'],
  [{ closeDate: { in: ['2026-02-01', '2026-03-01'] } }, 'ba'],
  [{ stage: { eq: 'Qualification' } }, 'bacd'],
  [{ status: { ne: 'won' } }, 'bacd'],
  [{ needsAccount: { eq: true } }, 'bacd'],
  [{ tags: { contains: 'a' } }, 'a'],
])('%j finds %s', async (filter, expected) => {
  expect(await found({ filter, sort: 'createdAt' })).toBe(expected);
});

test('it is refused without the permission or with wrong input, and another workspace sees nothing', async () => {
  await refuses(listDeals, {}, 'strange');
  expect((await run(listDeals, {}, { actor: world.stranger })).data).toEqual([]);
  for (const filter of [{ amount: { gt: 'much' } }, { amount: { gt: '1'.repeat(20) } }, { closeDate: { gt: 'soon' } }])
    await expect(run(listDeals, { filter })).rejects.toMatchObject({ code: 'validation_failed' });
});
