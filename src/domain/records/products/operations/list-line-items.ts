import { z } from 'zod';
import { deal } from '#domain/records/deals';
import { idSchema } from '#platform/fields';
import { fromMinorUnits } from '#platform/money';
import { defineOperation, missing } from '#platform/operations';
import { listRecords, mayReadFields, refuseUnreadable } from '#platform/records';
import { lineItem } from '../fields.ts';
import { dealsWithItems } from '../store/line-items.ts';

const shownItem = z.looseObject({
  id: z.string(),
  name: z.string(),
  quantity: z.number(),
  unitPrice: z.string().nullable(),
  discount: z.number().nullable(),
  total: z.string().nullable(),
  currency: z.string(),
  product: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
});

export const listLineItems = defineOperation({
  name: 'deals.lineItems',
  summary: 'Lists what is sold in a deal, in its order, with the sum.',
  kind: 'read',
  permission: 'lineItems:read',
  route: { method: 'GET', path: '/deals/:id/line-items' },
  positional: ['id'],
  subject: 'deal',
  input: z.strictObject({ id: idSchema('deal') }),
  output: z.object({
    data: z.array(shownItem),
    count: z.number(),
    total: z.string().nullable().meta({ description: 'Null for those who may not read what items cost.' }),
    currency: z.string(),
    amountFromItems: z.boolean(),
  }),
  async run(context, { id }) {
    const [deals, list] = await Promise.all([
      dealsWithItems(context.sql, [id]),
      listRecords(context, lineItem, { filter: { dealId: { eq: id } }, sort: 'position', limit: 200 }),
    ]);
    const [own] = deals;
    if (!own) throw missing('deal', id);
    refuseUnreadable(context, [deal]);
    const { data } = list.parse() as { data: z.output<typeof shownItem>[] };
    const { currency, amountFromItems, items } = own;
    const readsTotal = await mayReadFields(context, lineItem, ['total']);
    const total = readsTotal ? fromMinorUnits(BigInt(own.total), currency) : null;
    return { data, count: items, total, currency, amountFromItems };
  },
});
