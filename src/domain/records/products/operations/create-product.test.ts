import { expect, test } from 'vitest';
import { productsWorld } from '../products-world.fixture.ts';
import { createProduct } from './create-product.ts';

const world = await productsWorld();
const { make, refuses } = world;

test('a product is made with its price, and that is told', async () => {
  expect(await make({ name: ' GTX  Pro ', family: 'GTX' })).toMatchObject({
    id: expect.stringMatching(/^pr_/),
    name: 'GTX Pro',
    unitPrice: '4821.00',
    currency: 'USD',
    active: true,
  });
  expect(await world.eventTypes()).toEqual(['crm.product.created']);
});

test('mistakes and a missing permission are refused', async () => {
  for (const values of [{ name: ' ' }, { unitPrice: '1.001' }, { currency: 'XXX' }, { unitPrice: '1'.repeat(20) }])
    await expect(make(values)).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(createProduct, { name: 'x' }, 'strange');
});
