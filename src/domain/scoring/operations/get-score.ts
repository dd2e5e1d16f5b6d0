import { z } from 'zod';
import { contact } from '#domain/records/contacts';
import type { Context } from '#platform/context';
import { idSchema, objectCatalogue } from '#platform/fields';
import { defineOperation, missing } from '#platform/operations';
import { isRead, refuseUnreadSums, type Seen, seenBy } from '#platform/records';
import { standingOverride } from '../rules/override.ts';
import type { ScoreReason } from '../rules/reasons.ts';
import { scoreOf } from '../rules/score.ts';
import { scoreAnswer } from '../rules/score-answer.ts';
import { scoreText } from '../rules/text/score-text.ts';
import { toldReasons } from '../rules/text/told-reasons.ts';
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
    await refuseUnreadSums(context, contact, ['leadScore']);
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
      reasons: await reasonsToldTo(context, score.reasons),
      text: scoreText(score),
      computedAt: computedAt.toISOString(),
      previousTier: change.previousTier,
      tierChanged: change.changed,
      override: override ?? null,
      computed: { score: computed.score, tier: computed.tier, grade: computed.grade },
    };
  },
});

/** The reasons as the actor may hear them: they quote fields of the contact, of its account and of its deals. */
async function reasonsToldTo(context: Context, reasons: ScoreReason[]): Promise<ScoreReason[]> {
  if (!context.sight) return reasons;
  const kinds = ['account', 'deal'].flatMap((name) => objectCatalogue().get(name) ?? []);
  const [own, ...others] = await Promise.all([contact, ...kinds].map((object) => seenBy(context, object)));
  const unread = new Set([...unreadOf('', own), ...others.flatMap((seen) => unreadOf(`${seen.object.name}.`, seen))]);
  return toldReasons(reasons, (name) => !unread.has(name), unread.size === 0);
}

const unreadOf = (prefix: string, seen: Seen | undefined): string[] =>
  [...(seen?.narrowed ?? [])].flatMap(([name, access]) => (isRead(access) ? [] : [`${prefix}${name}`]));
