import { z } from 'zod';
import { contact } from '#domain/records/contacts';
import { idSchema } from '#platform/fields';
import { defineOperation, refuseMissing } from '#platform/operations';
import { listRecords, refuseUnreadable } from '#platform/records';
import { deal, stakeholder } from '../fields.ts';

interface ShownStakeholder {
  role: string;
  contact: { id: string; name: string } | null;
  [field: string]: unknown;
}

const who = z.object({ id: z.string(), name: z.string().nullable() }).nullable();

export const listStakeholders = defineOperation({
  name: 'deals.stakeholders',
  summary: 'Lists who has a say in a deal, with how many they are, the champion and who decides.',
  kind: 'read',
  permission: 'stakeholders:read',
  route: { method: 'GET', path: '/deals/:id/stakeholders' },
  positional: ['id'],
  subject: 'deal',
  input: z.strictObject({ id: idSchema('deal') }),
  output: z.object({
    data: z.array(z.looseObject({ id: z.string(), role: z.string(), contact: who, notes: z.string().nullable() })),
    count: z.number(),
    champion: who,
    decisionMaker: who,
    blockers: z.number(),
  }),
  async run(context, { id }) {
    await refuseMissing('deal', id, context.sql);
    refuseUnreadable(context, [deal, contact]);
    const list = await listRecords(context, stakeholder, { filter: { dealId: { eq: id } }, limit: 200 });
    const { data } = list.parse() as { data: (ShownStakeholder & { id: string; notes: string | null })[] };
    const firstAs = (role: string) => data.find((one) => one.role === role)?.contact ?? null;
    return {
      data,
      count: data.length,
      champion: firstAs('champion'),
      decisionMaker: firstAs('decision_maker'),
      blockers: data.filter((one) => one.role === 'blocker').length,
    };
  },
});
