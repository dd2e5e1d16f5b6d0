import { z } from 'zod';
import { deal } from '#domain/records/deals';
import { idSchema } from '#platform/fields';
import { fromMinorUnits } from '#platform/money';
import { defineOperation, missing } from '#platform/operations';
import { answerSoon, updateRecords } from '#platform/records';
import { dealsWithItems } from '../store/line-items.ts';

export const followLineItems = defineOperation({
  name: 'deals.amountFromItems',
  summary: 'Says whether the amount of a deal is the sum of its line items.',
  kind: 'write',
  permission: 'deals:write',
  route: { method: 'PUT', path: '/deals/:id/amount-from-items' },
  positional: ['id'],
  subject: 'deal',
  answers: 'deal',
  input: z.strictObject({ id: idSchema('deal'), follow: z.boolean().default(true) }),
  async run(context, { id, follow }) {
    const [own] = await dealsWithItems(context.tx, [id]);
    if (!own) throw missing('deal', id);
    const amount = follow ? { amount: fromMinorUnits(BigInt(own.total), own.currency) } : {};
    await updateRecords(context, deal, [
      { id, set: { ...amount, amountFromItems: follow }, expectedVersion: context.expectedVersion },
    ]);
    return answerSoon(context, deal, id);
  },
});
