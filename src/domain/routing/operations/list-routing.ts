import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { parseId, publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { presentRouting, routingAnswer } from '../present-routing.ts';
import { routingLog } from '../store/routing-log.ts';

export const listRouting = defineOperation({
  name: 'routing.log',
  summary: 'Lists who got which leads and why, the latest first.',
  kind: 'read',
  permission: 'leads:read',
  route: { method: 'GET', path: '/routing-log' },
  input: z.strictObject({
    leadId: idSchema('lead').optional(),
    ownerId: idSchema('user').optional(),
    ruleId: idSchema('routingRule').optional(),
    limit: z.coerce.number().int().min(1).max(200).default(60).meta({ description: 'Entries on a page.' }),
    cursor: z
      .string()
      .max(100)
      .transform((text) => parseId('ro', text))
      .optional()
      .meta({ description: 'page.next of the page before.' }),
  }),
  output: z.object({ data: z.array(routingAnswer), page: z.object({ next: z.string().optional() }) }),
  async run(context, { leadId, ownerId, ruleId, limit, cursor }) {
    const request = { recordId: leadId, ownerId, ruleId, before: cursor, limit: limit + 1 };
    const entries = await routingLog(context.sql, request);
    const shown = entries.slice(0, limit);
    const last = shown.at(-1);
    return {
      data: shown.map(presentRouting),
      page: entries.length > limit && last ? { next: publicId('ro', last.id) } : {},
    };
  },
});
