import { expect, test } from 'vitest';
import { productsWorld } from '../products-world.fixture.ts';
import { addLineItem } from './add-line-item.ts';
import { listLineItems } from './list-line-items.ts';

const world = await productsWorld();
const { run, deal, refuses } = world;

test('the items of a deal come with their sum', async () => {
  const { id } = await deal();
  expect(await run(listLineItems, { id })).toMatchObject({ data: [], total: '0.00', count: 0 });
  await run(addLineItem, { id, name: 'A', unitPrice: '0.10' });
  await run(addLineItem, { id, name: 'B', unitPrice: '0.20' });
  expect(await run(listLineItems, { id })).toMatchObject({
    data: [{ name: 'A' }, { name: 'B' }],
    total: '0.30',
    count: 2,
    currency: 'USD',
  });
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await refuses(listLineItems, { id: (await deal()).id });
});
