import { expect, test } from 'vitest';
import { productsWorld } from '../products-world.fixture.ts';
import { addLineItem } from './add-line-item.ts';

const world = await productsWorld();
const { run, make, deal, refuses } = world;

test('an item is called and priced as its product, and comes to its total', async () => {
  const [{ id }, product] = [await deal(), await make()];
  expect(await run(addLineItem, { id, productId: product.id, quantity: 2, discount: 12.5 })).toMatchObject({
    id: expect.stringMatching(/^lt_/),
    deal: { id },
    product: { id: product.id, name: 'GTX Pro' },
    name: 'GTX Pro',
    quantity: 2,
    unitPrice: '4821.00',
    discount: 12.5,
    total: '8436.75',
    currency: 'USD',
  });
  expect(await world.eventTypes()).toContain('crm.deal.line_item.created');
});

test('an item of a deal in another currency has a price of its own', async () => {
  const [{ id }, product] = [await deal({ currency: 'JPY' }), await make()];
  expect(await run(addLineItem, { id, productId: product.id })).toMatchObject({ unitPrice: '0', currency: 'JPY' });
  expect(await run(addLineItem, { id, name: 'Work', unitPrice: '150', quantity: 1.5 })).toMatchObject({ total: '225' });
});

test('nothing, too much, a missing permission and another workspace are refused', async () => {
  const { id } = await deal();
  for (const input of [
    {},
    { name: 'x', quantity: 0 },
    { name: 'x', discount: 101 },
    { name: 'x', unitPrice: '1.005' },
    { name: 'x', unitPrice: '9'.repeat(20) },
  ])
    await expect(run(addLineItem, { id, ...input })).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(addLineItem, { id, name: 'x' });
});
