import { expect, test } from 'vitest';
import { productsWorld } from '../products-world.fixture.ts';
import { getProduct } from './get-product.ts';

const world = await productsWorld();
const made = await world.make();

test('one product comes as it was made', async () => {
  expect(await world.run(getProduct, { id: made.id })).toEqual(made);
});

test('it is refused without the permission and to another workspace', async () => {
  await world.refuses(getProduct, { id: made.id });
});
