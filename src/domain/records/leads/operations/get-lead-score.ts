import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { lead } from '../fields.ts';
import { explainedAnswer, explainedScore } from '../score-leads.ts';

export const getLeadScore = defineOperation({
  name: 'leads.explain',
  summary: 'Gets the score of one lead with a reason for every point.',
  kind: 'read',
  permission: 'leads:read',
  route: { method: 'GET', path: '/leads/:id/score' },
  tool: true,
  positional: ['id'],
  subject: lead.name,
  input: z.strictObject({ id: idSchema(lead.name) }),
  problems: ['conflict'],
  output: explainedAnswer,
  run: (context, { id }) => explainedScore(context, id),
});
