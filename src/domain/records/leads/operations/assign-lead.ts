import { z } from 'zod';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { answerSoon } from '#platform/records';
import { assignLeads } from '../assign-leads.ts';
import { lead } from '../fields.ts';

export const assignLead = defineOperation({
  name: 'leads.assign',
  summary: 'Gives one lead to somebody; without ownerId the routing rules decide anew.',
  kind: 'write',
  permission: 'leads:write',
  route: { method: 'POST', path: '/leads/:id/assign' },
  tool: true,
  positional: ['id'],
  subject: lead.name,
  answers: lead.name,
  input: z.strictObject({
    id: idSchema(lead.name),
    ownerId: idSchema('user').optional().meta({ description: 'Who gets it.' }),
  }),
  problems: ['conflict'],
  async run(context, { id, ownerId }) {
    const [left] = await assignLeads(context, [id], ownerId);
    if (left) throw new Problem('conflict', { detail: `Nobody gets this lead by the rules. ${left.because}` });
    return answerSoon(context, lead, id);
  },
});
