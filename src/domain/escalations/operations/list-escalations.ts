import { z } from 'zod';
import { may } from '#platform/actor';
import { anyIdSchema, idSchema, objectNamed, recordRef } from '#platform/fields';
import { parseId, publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { kindsHere } from '#platform/records';
import { escalationLog } from '../store/log.ts';

export const listEscalations = defineOperation({
  name: 'escalations.list',
  summary: 'Lists what rules of escalation have told, to whom and why, the latest first.',
  kind: 'read',
  permission: 'escalationRules:read',
  route: { method: 'GET', path: '/escalations' },
  input: z.strictObject({
    recordId: anyIdSchema().optional(),
    ruleId: idSchema('escalationRule').optional(),
    limit: z.coerce.number().int().min(1).max(200).default(60).meta({ description: 'Entries on a page.' }),
    cursor: z
      .string()
      .max(100)
      .transform((text) => parseId('es', text))
      .optional()
      .meta({ description: 'page.next of the page before.' }),
  }),
  output: z.object({
    data: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        ruleId: z.string(),
        rule: z.string().nullable(),
        recordId: z.string(),
        userIds: z.array(z.string()),
        because: z.string(),
      }),
    ),
    page: z.object({ next: z.string().optional() }),
  }),
  async run(context, { recordId, ruleId, limit, cursor }) {
    const readable = (await kindsHere(context)).filter(({ area }) => may(context.actor, `${area}:read`));
    const objects = readable.map(({ name }) => name);
    const record = recordId === undefined ? undefined : (recordRef(recordId)?.id ?? recordId);
    const request = { recordId: record, ruleId, before: cursor, objects, limit: limit + 1 };
    const entries = await escalationLog(context.sql, request);
    const shown = entries.slice(0, limit);
    const last = shown.at(-1);
    return {
      data: shown.map((one) => ({
        id: publicId('es', one.id),
        at: one.at.toISOString(),
        ruleId: publicId('er', one.ruleId),
        rule: one.rule,
        recordId: publicId(objectNamed(one.object).prefix, one.recordId),
        userIds: one.userIds.map((id) => publicId('us', id)),
        because: one.because,
      })),
      page: entries.length > limit && last ? { next: publicId('es', last.id) } : {},
    };
  },
});
