import { expect, test } from 'vitest';
import { ratesWorld } from '../rates-world.fixture.ts';
import { deleteCurrencyRate } from './delete-currency-rate.ts';
import { getCurrencyRate } from './get-currency-rate.ts';
import { restoreCurrencyRate } from './restore-currency-rate.ts';

const world = await ratesWorld();
const { run, make, refuses } = world;
const { id } = await make();

test('a rate is deleted and comes back, which is told', async () => {
  await run(deleteCurrencyRate, { id });
  await expect(run(getCurrencyRate, { id })).rejects.toMatchObject({ code: 'not_found' });
  expect(await run(restoreCurrencyRate, { id })).toMatchObject({ id, rate: '1.0845' });
  expect(await world.eventTypes()).toContain('crm.currency_rate.deleted');
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await refuses(deleteCurrencyRate, { id });
});
