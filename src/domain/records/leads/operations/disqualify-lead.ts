import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { answerSoon } from '#platform/records';
import { lead } from '../fields.ts';
import { statusOf } from '../rules/lead-settings.ts';
import { leadSettings } from '../store/lead-settings.ts';
import { heldLead, refuseClosed, writeLead } from '../write-lead.ts';

export const disqualifyLead = defineOperation({
  name: 'leads.disqualify',
  summary: 'Closes one lead of which nothing will come, with a reason out of the list of the workspace.',
  kind: 'write',
  permission: 'leads:write',
  route: { method: 'POST', path: '/leads/:id/disqualify' },
  tool: true,
  positional: ['id'],
  subject: lead.name,
  answers: lead.name,
  input: z.strictObject({
    id: idSchema(lead.name),
    reason: z.string().trim().min(1).max(255).meta({ description: 'One of the reasons in the settings of leads.' }),
  }),
  problems: ['conflict'],
  async run(context, { id, reason }) {
    refuseClosed(id, await heldLead(context, id));
    const { settings } = await leadSettings(context.sql);
    await writeLead(context, id, { status: statusOf(settings, 'disqualified'), disqualificationReason: reason });
    return answerSoon(context, lead, id);
  },
});
