import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { getDeal } from './get-deal.ts';
import { updateDeal } from './update-deal.ts';

const world = await dealsWorld();
const { run, make, refuses } = world;

test('one deal comes with all of its fields, or those that are asked for by any of their names', async () => {
  const made = await make({ amount: '10' });
  expect(await run(getDeal, { id: made.id })).toEqual(made);
  expect(await run(getDeal, { id: made.id, fields: 'value' })).toEqual({ id: made.id, amount: '10.00', version: 1 });
});

test('a moment before a change shows the amount that was then', async () => {
  const { id, createdAt } = await make({ amount: '10.5' });
  await new Promise((resolve) => setTimeout(resolve, 3));
  await run(updateDeal, { id, amount: '99', currency: 'JPY' });
  expect(await run(getDeal, { id, asOf: new Date(createdAt).toISOString() })).toMatchObject({
    amount: '10.50',
    currency: 'USD',
  });
});

test('it is refused without the permission and to another workspace', async () => {
  await refuses(getDeal, { id: (await make()).id });
});
