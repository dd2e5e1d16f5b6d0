import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { defineOperation, refuseMissing } from '#platform/operations';
import { listRecords, refuseUnreadable } from '#platform/records';
import { competitor, deal } from '../fields.ts';

export const listCompetitors = defineOperation({
  name: 'deals.competitors',
  summary: 'Lists who else wants to win a deal.',
  kind: 'read',
  permission: 'competitors:read',
  route: { method: 'GET', path: '/deals/:id/competitors' },
  positional: ['id'],
  subject: 'deal',
  input: z.strictObject({ id: idSchema('deal') }),
  output: z.object({
    data: z.array(
      z.looseObject({
        id: z.string(),
        name: z.string(),
        strength: z.string().nullable(),
        notes: z.string().nullable(),
      }),
    ),
    count: z.number(),
  }),
  async run(context, { id }) {
    await refuseMissing('deal', id, context.sql);
    refuseUnreadable(context, [deal]);
    const list = await listRecords(context, competitor, { filter: { dealId: { eq: id } }, limit: 200 });
    const { data } = list.parse() as {
      data: { id: string; name: string; strength: string | null; notes: string | null }[];
    };
    return { data, count: data.length };
  },
});
