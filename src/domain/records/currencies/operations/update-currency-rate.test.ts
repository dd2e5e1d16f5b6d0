import { expect, test } from 'vitest';
import { ratesWorld } from '../rates-world.fixture.ts';
import { updateCurrencyRate } from './update-currency-rate.ts';

const world = await ratesWorld();
const { run, make, refuses } = world;
const { id } = await make();

test('a rate is corrected, and that is told', async () => {
  expect(await run(updateCurrencyRate, { id, rate: ' 2 ' })).toMatchObject({ rate: '2', base: 'USD', version: 2 });
  expect(await world.eventTypes()).toContain('crm.currency_rate.updated');
});

test('mistakes, a missing permission and another workspace are refused', async () => {
  for (const values of [{ rate: '1e5' }, { base: 'EUR' }, { currency: 'usd' }])
    await expect(run(updateCurrencyRate, { id, ...values })).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(updateCurrencyRate, { id, rate: '3' });
});
