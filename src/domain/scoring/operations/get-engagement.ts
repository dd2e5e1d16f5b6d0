import { z } from 'zod';
import { contact } from '#domain/records/contacts';
import { idSchema } from '#platform/fields';
import { defineOperation, missing } from '#platform/operations';
import { scoreOf } from '../rules/score.ts';
import { reasonAnswer } from '../rules/score-answer.ts';
import { candidates } from '../store/candidates.ts';
import { activeModel } from '../store/models.ts';

const dayMs = 86_400_000;

export const getEngagement = defineOperation({
  name: 'contacts.engagement',
  summary: 'Gets the engagement score of a contact, 0 to 100: what they did lately, and when last.',
  kind: 'read',
  permission: 'contacts:read',
  route: { method: 'GET', path: '/contacts/:id/engagement' },
  tool: true,
  toolName: 'get_engagement_score',
  positional: ['id'],
  subject: contact.name,
  input: z.strictObject({ id: idSchema(contact.name) }),
  output: z.object({
    engagementScore: z.number(),
    activities: z.number().int(),
    days: z.number().int().meta({ description: 'How far back activities count.' }),
    lastActivityAt: z.iso.datetime().nullable(),
    reasons: z.array(reasonAnswer),
  }),
  async run(context, { id }) {
    const { model } = await activeModel(context);
    const since = new Date(context.now.getTime() - model.activityWindowDays * dayMs);
    const [candidate] = await candidates(context.sql, [id], since, model);
    if (!candidate) throw missing(contact.name, id);
    const { breakdown, reasons } = scoreOf(model, candidate.subject, context.now);
    const { activities } = candidate.subject;
    const happened = (activities ?? []).map(({ atMs }) => atMs).filter((atMs) => atMs <= context.now.getTime());
    return {
      engagementScore: breakdown.behavioral,
      activities: happened.length,
      days: model.activityWindowDays,
      lastActivityAt: happened.length > 0 ? new Date(Math.max(...happened)).toISOString() : null,
      reasons: reasons.filter(({ component }) => component === 'behavioral'),
    };
  },
});
