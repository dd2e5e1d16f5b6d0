import { expect, test } from 'vitest';
import { z } from 'zod';
import { deal as dealObject } from '#domain/records/deals';
import { defineOperation } from '#platform/operations';
import { getOperation, undoChangeSet, updateOperation } from '#platform/records';
import { productsWorld } from '../products-world.fixture.ts';
import { addLineItem } from './add-line-item.ts';
import { followLineItems } from './follow-line-items.ts';
import { removeLineItem } from './remove-line-item.ts';
import { updateLineItem } from './update-line-item.ts';

const world = await productsWorld();
const { run, deal, refuses } = world;
const amountOf = async (id: string) => (await run(getOperation(dealObject), { id })).amount;
const undo = defineOperation({
  name: 'test.undo',
  summary: 'Takes back a change set.',
  kind: 'write',
  permission: 'changes:undo',
  input: z.strictObject({ id: z.string() }),
  run: (context, { id }) => undoChangeSet(context, id),
});

test('the amount is the sum of the items from then on, and undo keeps it so', async () => {
  const { id } = await deal({ amount: '7' });
  const first = await run(addLineItem, { id, name: 'A', unitPrice: '10' });
  expect(await amountOf(id)).toBe('7.00');
  expect(await run(followLineItems, { id })).toMatchObject({
    amount: '10.00',
    baseAmount: '10.00',
    amountFromItems: true,
  });
  const changeSetId = world.ports.ids.next();
  await run(addLineItem, { id, name: 'B', unitPrice: '0.05', quantity: 3 }, { changeSetId });
  expect(await amountOf(id)).toBe('10.15');
  await run(undo, { id: changeSetId });
  expect(await amountOf(id)).toBe('10.00');
  await run(updateLineItem, { id: first.id, quantity: 2 });
  expect(await amountOf(id)).toBe('20.00');
  await run(removeLineItem, { id: first.id });
  expect(await amountOf(id)).toBe('0.00');
});

test('meanwhile the amount is not written by hand; afterwards it is', async () => {
  const { id } = await deal();
  await run(followLineItems, { id });
  await expect(run(updateOperation(dealObject), { id, amount: '5' } as never)).rejects.toMatchObject({
    code: 'validation_failed',
  });
  await run(followLineItems, { id, follow: false });
  expect(await run(updateOperation(dealObject), { id, amount: '5' } as never)).toMatchObject({ amount: '5.00' });
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await refuses(followLineItems, { id: (await deal()).id });
});
