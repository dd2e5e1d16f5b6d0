import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { lead } from '../fields.ts';
import { explainedAnswer, explainedScore, scoreLeads } from '../score-leads.ts';

export const scoreLead = defineOperation({
  name: 'leads.score',
  summary: 'Scores the contact of one lead anew and answers the score with a reason for every point.',
  kind: 'write',
  permission: 'leads:write',
  route: { method: 'POST', path: '/leads/:id/score' },
  tool: true,
  positional: ['id'],
  subject: lead.name,
  input: z.strictObject({ id: idSchema(lead.name) }),
  problems: ['conflict'],
  output: explainedAnswer,
  async run(context, { id }) {
    await scoreLeads(context, [id]);
    return explainedScore(context, id);
  },
});
