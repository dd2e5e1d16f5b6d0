import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { assignLeads } from '../assign-leads.ts';
import { lead } from '../fields.ts';
import { idsOf, someLeads } from '../some-leads.ts';

export const assignSomeLeads = defineOperation({
  name: 'leads.assignSome',
  summary: 'Gives leads to somebody; without ownerId the routing rules decide, and what they give to nobody is told.',
  kind: 'write',
  permission: 'leads:write',
  route: { method: 'POST', path: '/leads/assign' },
  input: z.strictObject({
    ...someLeads,
    ownerId: idSchema('user').optional().meta({ description: 'Who gets them.' }),
  }),
  problems: ['conflict', 'not_found'],
  output: z.object({
    changeSetId: z.string(),
    assigned: z.number().int(),
    left: z.array(z.object({ id: z.string(), because: z.string() })).meta({ description: 'Those whom nobody gets.' }),
  }),
  async run(context, { ownerId, ...given }) {
    const ids = idsOf(given);
    const left = await assignLeads(context, ids, ownerId);
    return {
      changeSetId: publicId('cs', context.changeSetId),
      assigned: ids.length - left.length,
      left: left.map(({ id, because }) => ({ id: publicId(lead.prefix, id), because })),
    };
  },
});
