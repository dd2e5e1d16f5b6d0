import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { scoreLeads } from '../score-leads.ts';
import { idsOf, someLeads } from '../some-leads.ts';

export const scoreSomeLeads = defineOperation({
  name: 'leads.scoreSome',
  summary: 'Scores the contacts of leads anew and answers their scores.',
  kind: 'write',
  permission: 'leads:write',
  route: { method: 'POST', path: '/leads/score' },
  input: z.strictObject(someLeads),
  problems: ['not_found'],
  output: z.object({
    data: z.array(
      z.object({
        id: z.string(),
        score: z.number().nullable(),
        tier: z.string().nullable(),
        grade: z.string().nullable(),
      }),
    ),
  }),
  run: async (context, given) => ({ data: await scoreLeads(context, idsOf(given)) }),
});
