import { expect, test } from 'vitest';
import { productsWorld } from '../products-world.fixture.ts';
import { addLineItem } from './add-line-item.ts';
import { listLineItems } from './list-line-items.ts';
import { removeLineItem } from './remove-line-item.ts';

const world = await productsWorld();
const { run, deal, refuses } = world;
const owner = await deal();
const { id } = await run(addLineItem, { id: owner.id, name: 'A', unitPrice: '10' });

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await refuses(removeLineItem, { id });
});

test('an item is taken away, and that is told', async () => {
  await run(removeLineItem, { id });
  expect(await run(listLineItems, { id: owner.id })).toMatchObject({ count: 0, total: '0.00' });
  expect(await world.eventTypes()).toContain('crm.deal.line_item.deleted');
});
