import { z } from 'zod';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation, refuseMissing } from '#platform/operations';
import { updateRecords } from '#platform/records';
import { lineItem } from '../fields.ts';
import { itemsInOrder } from '../store/line-items.ts';

const mostItems = 200;

export const orderLineItems = defineOperation({
  name: 'deals.orderLineItems',
  summary: 'Puts the line items of a deal in another order: those that are named come first, the others after them.',
  kind: 'write',
  permission: 'lineItems:write',
  route: { method: 'PUT', path: '/deals/:id/line-items/order' },
  positional: ['id'],
  subject: 'deal',
  input: z.strictObject({ id: idSchema('deal'), ids: z.array(idSchema('lineItem')).min(1).max(mostItems) }),
  output: z.object({ changeSetId: z.string(), ids: z.array(z.string()) }),
  async run(context, { id, ids }) {
    await refuseMissing('deal', id, context.sql);
    const there = await itemsInOrder(context.tx, id);
    const first = [...new Set(ids)];
    if (!first.every((one) => there.some((item) => item.id === one)))
      throw new Problem('validation_failed', {
        detail: 'Only items of this deal can be put in order.',
        mistakes: [{ path: 'ids', message: 'names an item that is not in this deal' }],
      });
    const order = [...first, ...there.map((item) => item.id).filter((one) => !first.includes(one))];
    const before = new Map(there.map((item) => [item.id, item.position]));
    const moved = order.map((one, position) => ({ id: one, set: { position } }));
    await updateRecords(
      context,
      lineItem,
      moved.filter((one) => before.get(one.id) !== one.set.position),
    );
    return {
      changeSetId: publicId('cs', context.changeSetId),
      ids: order.map((one) => publicId(lineItem.prefix, one)),
    };
  },
});
