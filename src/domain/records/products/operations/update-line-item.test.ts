import { expect, test } from 'vitest';
import { productsWorld } from '../products-world.fixture.ts';
import { addLineItem } from './add-line-item.ts';
import { updateLineItem } from './update-line-item.ts';

const world = await productsWorld();
const { run, deal, refuses } = world;
const { id } = await run(addLineItem, { id: (await deal()).id, name: 'A', unitPrice: '10' });

test('a change moves the total, and that is told', async () => {
  expect(await run(updateLineItem, { id, quantity: 3 })).toMatchObject({ total: '30.00', version: 2 });
  expect(await run(updateLineItem, { id, discount: 50 })).toMatchObject({ total: '15.00' });
  expect(await world.eventTypes()).toContain('crm.deal.line_item.updated');
});

test('mistakes, a missing permission and another workspace are refused', async () => {
  for (const values of [{ quantity: 0 }, { discount: -1 }, { name: '' }])
    await expect(run(updateLineItem, { id, ...values })).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(updateLineItem, { id, quantity: 1 });
});
