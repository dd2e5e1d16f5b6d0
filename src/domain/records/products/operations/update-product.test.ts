import { expect, test } from 'vitest';
import { productsWorld } from '../products-world.fixture.ts';
import { updateProduct } from './update-product.ts';

const world = await productsWorld();
const { run, make, refuses } = world;

test('a price is changed, and that is told', async () => {
  const { id } = await make();
  expect(await run(updateProduct, { id, unitPrice: '5000.5', active: false })).toMatchObject({
    unitPrice: '5000.50',
    active: false,
  });
  expect(await world.eventTypes()).toContain('crm.product.updated');
});

test('mistakes, a missing permission and another workspace are refused', async () => {
  const { id } = await make();
  await expect(run(updateProduct, { id, currency: 'X' })).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(updateProduct, { id, code: 'x' });
});
