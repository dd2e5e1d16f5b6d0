import { z } from 'zod';
import { presentRouting, routingAnswer, routingLog } from '#domain/routing';
import { idSchema } from '#platform/fields';
import { defineOperation, refuseMissing } from '#platform/operations';
import { lead } from '../fields.ts';

export const listLeadRouting = defineOperation({
  name: 'leads.routing',
  summary: 'Lists who has had one lead and why, the latest first.',
  kind: 'read',
  permission: 'leads:read',
  route: { method: 'GET', path: '/leads/:id/routing' },
  positional: ['id'],
  subject: lead.name,
  input: z.strictObject({ id: idSchema(lead.name) }),
  output: z.object({ data: z.array(routingAnswer) }),
  async run(context, { id }) {
    await refuseMissing(lead.name, id, context.sql);
    return { data: (await routingLog(context.sql, { recordId: id, limit: 200 })).map(presentRouting) };
  },
});
