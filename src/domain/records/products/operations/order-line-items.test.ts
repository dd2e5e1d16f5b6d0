import { expect, test } from 'vitest';
import { productsWorld } from '../products-world.fixture.ts';
import { addLineItem } from './add-line-item.ts';
import { listLineItems } from './list-line-items.ts';
import { orderLineItems } from './order-line-items.ts';

const world = await productsWorld();
const { run, deal, refuses } = world;
const orderOf = async (id: string) =>
  (await run(listLineItems, { id })).data.map((one: { name: string }) => one.name).join('');

async function dealWith(...names: string[]) {
  const { id } = await deal();
  const items: Record<string, string> = {};
  for (const name of names) items[name] = (await run(addLineItem, { id, name })).id;
  return { id, items };
}

test('items stand in the order in which they came until they are put in another', async () => {
  const { id, items } = await dealWith('A', 'B', 'C');
  expect(await orderOf(id)).toBe('ABC');
  const { ids } = await run(orderLineItems, { id, ids: [items.C ?? '', items.A ?? ''] });
  expect(ids).toEqual([items.C, items.A, items.B]);
  expect(await orderOf(id)).toBe('CAB');
  await run(addLineItem, { id, name: 'D' });
  expect(await orderOf(id)).toBe('CABD');
  expect(await world.eventTypes()).toContain('crm.deal.line_item.updated');
});

test('the items of another deal, nothing, a missing permission and another workspace are refused', async () => {
  const [one, other] = [await dealWith('A'), await dealWith('B')];
  for (const ids of [[other.items.B ?? ''], []])
    await expect(run(orderLineItems, { id: one.id, ids })).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(orderLineItems, { id: one.id, ids: [one.items.A ?? ''] });
});
