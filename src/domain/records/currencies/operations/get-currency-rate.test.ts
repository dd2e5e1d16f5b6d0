import { expect, test } from 'vitest';
import { ratesWorld } from '../rates-world.fixture.ts';
import { getCurrencyRate } from './get-currency-rate.ts';

const world = await ratesWorld();
const made = await world.make();

test('one rate comes as it was made', async () => {
  expect(await world.run(getCurrencyRate, { id: made.id })).toEqual(made);
});

test('it is refused without the permission and to another workspace', async () => {
  await world.refuses(getCurrencyRate, { id: made.id });
});
