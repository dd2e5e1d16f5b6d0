import { expect, test } from 'vitest';
import { productsWorld } from '../products-world.fixture.ts';
import { listProducts } from './list-products.ts';

const world = await productsWorld();
const { run, make, refuses } = world;

test('products come by name, and are filtered by family', async () => {
  await make({ name: 'B', family: 'x' });
  await make({ name: 'A' });
  expect((await run(listProducts, {})).data.map((one: { name: string }) => one.name)).toEqual(['A', 'B']);
  expect((await run(listProducts, { filter: { family: { eq: 'x' } } })).data).toMatchObject([{ name: 'B' }]);
});

test('it is refused without the permission, and another workspace sees nothing', async () => {
  await refuses(listProducts, {}, 'strange');
  expect((await run(listProducts, {}, { actor: world.stranger })).data).toEqual([]);
});
