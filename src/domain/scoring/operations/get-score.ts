import { z } from 'zod';
import { contact } from '#domain/records/contacts';
import { idSchema } from '#platform/fields';
import { defineOperation, missing } from '#platform/operations';
import { standingOverride } from '../rules/override.ts';
import { scoreOf } from '../rules/score.ts';
import { scoreAnswer } from '../rules/score-answer.ts';
import { scoreText } from '../rules/text/score-text.ts';
import { gradeOf, tierChange, tierOf } from '../rules/tiers.ts';
import { candidates } from '../store/candidates.ts';
import { activeModel } from '../store/models.ts';

const dayMs = 86_400_000;

export const getScore = defineOperation({
  name: 'contacts.score',
  summary:
    'Gets the score of a contact with a reason for every computed point, and the one that was set by hand where there is one.',
  kind: 'read',
  permission: 'contacts:read',
  route: { method: 'GET', path: '/contacts/:id/score' },
  tool: true,
  positional: ['id'],
  subject: contact.name,
  input: z.strictObject({ id: idSchema(contact.name) }),
  output: scoreAnswer,
  async run(context, { id }) {
    const { model } = await activeModel(context);
    const since = new Date(context.now.getTime() - model.activityWindowDays * dayMs);
    const [candidate] = await candidates(context.sql, [id], since, model);
    if (!candidate) throw missing(contact.name, id);
    const { kept, createdAt } = candidate;
    const computed = scoreOf(model, candidate.subject, context.now);
    const override = standingOverride(candidate.override, context.now);
    const score = override
      ? {
          ...computed,
          score: override.score,
          tier: tierOf(model, override.score),
          grade: gradeOf(model, override.score),
        }
      : computed;
    const stands = score.score === candidate.score && score.tier === candidate.tier;
    const change = tierChange(stands ? (kept?.previousTier ?? null) : candidate.tier, score.tier);
    const computedAt = stands ? (kept?.computedAt ?? createdAt) : context.now;
    return {
      ...score,
      text: scoreText(score),
      computedAt: computedAt.toISOString(),
      previousTier: change.previousTier,
      tierChanged: change.changed,
      override: override ?? null,
      computed: { score: computed.score, tier: computed.tier, grade: computed.grade },
    };
  },
});
