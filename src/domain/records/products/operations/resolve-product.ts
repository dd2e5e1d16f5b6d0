import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { checkedValues, updateRecords } from '#platform/records';
import { lineItem } from '../fields.ts';
import { itemsNamed } from '../store/line-items.ts';

const mostAtOnce = 5000;

export const resolveProduct = defineOperation({
  name: 'products.resolve',
  summary: 'Says which product a text in line items means: up to 5,000 items are linked to it, in one change set.',
  kind: 'write',
  permission: 'lineItems:write',
  route: { method: 'POST', path: '/products/resolve' },
  input: z.strictObject({ name: z.string().min(1).max(255), productId: idSchema('product') }),
  output: z.object({ changeSetId: z.string(), linked: z.number(), more: z.boolean() }),
  async run(context, { name, productId }) {
    const set = await checkedValues(context, lineItem, { productId });
    const ids = await itemsNamed(context.tx, name, mostAtOnce + 1);
    const now = ids.slice(0, mostAtOnce);
    const written = await updateRecords(
      context,
      lineItem,
      now.map((id) => ({ id, set })),
    );
    return { changeSetId: publicId('cs', context.changeSetId), linked: written.length, more: ids.length > now.length };
  },
});
