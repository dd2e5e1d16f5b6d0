import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { defineOperation, refuseMissing } from '#platform/operations';
import { checkedValues, createRecords, getRecord } from '#platform/records';
import { lineItem } from '../fields.ts';

export const addLineItem = defineOperation({
  name: 'deals.addLineItem',
  summary: 'Adds what is sold to a deal: a product, or anything by its name.',
  kind: 'write',
  permission: 'lineItems:write',
  route: { method: 'POST', path: '/deals/:id/line-items', status: 201 },
  positional: ['id'],
  subject: 'deal',
  answers: 'lineItem',
  input: z.strictObject({
    id: idSchema('deal'),
    productId: idSchema('product').optional(),
    name: z.string().trim().min(1).max(255).optional(),
    quantity: z.number().min(0.01).max(1e9).optional(),
    unitPrice: z
      .string()
      .regex(/^-?\d{1,13}(\.\d{1,4})?$/, 'must be an amount, as "12.50"')
      .optional(),
    discount: z.number().min(0).max(100).optional(),
  }),
  async run(context, { id, ...given }) {
    await refuseMissing('deal', id, context.sql);
    const set = await checkedValues(context, lineItem, given);
    const [written] = await createRecords(context, lineItem, [{ ...set, dealId: id }]);
    return getRecord(context, lineItem, written?.id ?? '');
  },
});
