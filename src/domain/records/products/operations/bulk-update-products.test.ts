import { expect, test } from 'vitest';
import { productsWorld } from '../products-world.fixture.ts';
import { bulkUpdateProducts } from './bulk-update-products.ts';
import { getProduct } from './get-product.ts';

const world = await productsWorld();
const { run, make, refuses } = world;

test('many products are changed in one change set', async () => {
  const ids = [(await make()).id, (await make({ name: 'B' })).id];
  expect(await run(bulkUpdateProducts, { ids, set: { family: 'GTX' } } as never)).toMatchObject({
    selected: 2,
    updated: 2,
  });
  expect(await run(getProduct, { id: ids[1] })).toMatchObject({ family: 'GTX' });
  expect((await world.eventTypes()).filter((type) => type === 'crm.product.updated')).toHaveLength(1);
});

test('nothing to set, a missing permission and another workspace are refused', async () => {
  const ids = [(await make()).id];
  await expect(run(bulkUpdateProducts, { ids, set: {} } as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(bulkUpdateProducts, { ids, set: { family: 'x' } });
});
