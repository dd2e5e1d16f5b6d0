import { expect, test } from 'vitest';
import { productsWorld } from '../products-world.fixture.ts';
import { addLineItem } from './add-line-item.ts';
import { listLineItems } from './list-line-items.ts';
import { resolveProduct } from './resolve-product.ts';
import { unresolvedProducts } from './unresolved-products.ts';

const world = await productsWorld();
const { run, make, deal, refuses } = world;

test('all items of a text are linked to the product in one change set', async () => {
  const [{ id }, product] = [await deal(), await make()];
  for (const name of ['GTXPro', 'GTXPro']) await run(addLineItem, { id, name, unitPrice: '3' });
  expect(await run(resolveProduct, { name: 'GTXPro', productId: product.id })).toMatchObject({
    linked: 2,
    more: false,
  });
  const { data } = await run(listLineItems, { id });
  expect(data).toMatchObject([{ product: { id: product.id }, unitPrice: '3.00' }, { product: { id: product.id } }]);
  expect((await run(unresolvedProducts, {})).data).toEqual([]);
  expect(await world.eventTypes()).toContain('crm.deal.line_item.updated');
});

test('an unknown product, a missing permission and another workspace are refused', async () => {
  const productId = (await make()).id;
  await expect(
    run(resolveProduct, { name: 'x', productId: 'pr_00000000000000000000000000000000' }),
  ).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(run(resolveProduct, { name: 'x', productId }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  await refuses(resolveProduct, { name: 'x', productId }, 'strange');
});
