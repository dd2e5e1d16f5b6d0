import { expect, test } from 'vitest';
import type { FileAnswer } from '#platform/operations';
import { productsWorld } from '../products-world.fixture.ts';
import { exportProducts } from './export-products.ts';

const world = await productsWorld();
const { run, make, refuses } = world;

test('products are exported with their prices, and another workspace exports nothing', async () => {
  await make();
  const text = async (actor = world.admin) => {
    const file = (await run(exportProducts, { fields: 'name,unitPrice' }, { actor })) as FileAnswer;
    let all = '';
    for await (const chunk of file.chunks) all += chunk;
    return all;
  };
  expect(await text()).toMatch(/GTX Pro,4821.00/);
  expect(await text(world.stranger)).not.toMatch(/GTX/);
});

test('it is refused without the permission', async () => {
  await refuses(exportProducts, {}, 'strange');
});
