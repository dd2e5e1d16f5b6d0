import { expect, test } from 'vitest';
import { productsWorld } from '../products-world.fixture.ts';
import { deleteProduct } from './delete-product.ts';
import { getProduct } from './get-product.ts';
import { restoreProduct } from './restore-product.ts';

const world = await productsWorld();
const { run, make, refuses } = world;
const { id } = await make();

test('a product is deleted and comes back, which is told', async () => {
  await run(deleteProduct, { id });
  await expect(run(getProduct, { id })).rejects.toMatchObject({ code: 'not_found' });
  expect(await run(restoreProduct, { id })).toMatchObject({ id, name: 'GTX Pro' });
  expect(await world.eventTypes()).toContain('crm.product.restored');
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await refuses(restoreProduct, { id });
});
