import { expect, test } from 'vitest';
import { ratesWorld } from '../rates-world.fixture.ts';
import { listCurrencyRates } from './list-currency-rates.ts';

const world = await ratesWorld();
const { run, make, refuses } = world;

test('rates come latest first, and are filtered by currency', async () => {
  for (const [currency, date] of [
    ['EUR', '2026-01-01'],
    ['CHF', '2026-03-01'],
    ['EUR', '2026-02-01'],
  ])
    await make({ currency, date });
  const days = (answer: { data: { date: string }[] }) => answer.data.map((one) => one.date.slice(5, 7)).join();
  expect(days(await run(listCurrencyRates, {}))).toBe('03,02,01');
  expect(days(await run(listCurrencyRates, { filter: { currency: { eq: 'EUR' } } }))).toBe('02,01');
});

test('it is refused without the permission, and another workspace sees nothing', async () => {
  await refuses(listCurrencyRates, {}, 'strange');
  expect((await run(listCurrencyRates, {}, { actor: world.stranger })).data).toEqual([]);
});
