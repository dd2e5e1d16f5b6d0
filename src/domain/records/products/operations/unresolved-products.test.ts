import { expect, test } from 'vitest';
import { productsWorld } from '../products-world.fixture.ts';
import { addLineItem } from './add-line-item.ts';
import { unresolvedProducts } from './unresolved-products.ts';

const world = await productsWorld();
const { run, make, deal, refuses } = world;

test('texts that name no product come with what they most likely mean', async () => {
  const [{ id }, product] = [await deal(), await make()];
  for (const name of ['GTXPro', 'GTXPro', 'Unheard of']) await run(addLineItem, { id, name });
  await run(addLineItem, { id, productId: product.id });
  expect((await run(unresolvedProducts, {})).data).toEqual([
    { name: 'GTXPro', items: 2, suggestion: { id: product.id, name: 'GTX Pro' } },
    { name: 'Unheard of', items: 1, suggestion: null },
  ]);
});

test('it is refused without the permission or with wrong input, and another workspace sees nothing', async () => {
  await refuses(unresolvedProducts, {}, 'strange');
  expect((await run(unresolvedProducts, {}, { actor: world.stranger })).data).toEqual([]);
});
