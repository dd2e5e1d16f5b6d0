import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { defineOperation, refuseMissing } from '#platform/operations';
import { checkedValues, createRecords, getRecord } from '#platform/records';
import { competitor, strengths } from '../fields.ts';

export const addCompetitor = defineOperation({
  name: 'deals.addCompetitor',
  summary: 'Adds somebody else who wants to win a deal.',
  kind: 'write',
  permission: 'competitors:write',
  route: { method: 'POST', path: '/deals/:id/competitors', status: 201 },
  positional: ['id'],
  subject: 'deal',
  answers: 'competitor',
  input: z.strictObject({
    id: idSchema('deal'),
    name: z.string().trim().min(1).max(255),
    accountId: idSchema('account').nullish(),
    strength: z.enum(strengths).nullish(),
    notes: z.string().max(10_000).nullish(),
  }),
  problems: ['conflict'],
  async run(context, { id, ...given }) {
    await refuseMissing('deal', id, context.sql);
    const set = await checkedValues(context, competitor, given);
    const [written] = await createRecords(context, competitor, [{ ...set, dealId: id }]);
    return getRecord(context, competitor, written?.id ?? '');
  },
});
