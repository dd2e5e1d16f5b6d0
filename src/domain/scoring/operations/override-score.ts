import { z } from 'zod';
import { contact } from '#domain/records/contacts';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { updateRecords } from '#platform/records';
import type { ScoreOverride } from '../rules/override.ts';
import { scoreAnswer } from '../rules/score-answer.ts';
import { scoreContacts } from '../score-contacts.ts';
import { getScore } from './get-score.ts';

export const overrideScore = defineOperation({
  name: 'contacts.overrideScore',
  summary:
    'Sets the score of a contact by hand, with the reason; it stands until it is taken away or its time is over.',
  kind: 'write',
  permission: 'scoring:override',
  route: { method: 'PUT', path: '/contacts/:id/score/override' },
  positional: ['id'],
  subject: contact.name,
  input: z.strictObject({
    id: idSchema(contact.name),
    score: z.number().int().min(0).max(100).meta({ description: 'From 0 to 100.' }),
    reason: z.string().trim().min(1).max(500).meta({ description: 'Why; it is shown beside the score.' }),
    until: z.iso
      .datetime({ offset: true })
      .optional()
      .meta({ description: 'From then on the computed score stands again.' }),
  }),
  output: scoreAnswer,
  async run(context, { id, score, reason, until }) {
    if (until !== undefined && new Date(until) <= context.now) {
      const message = 'must lie in the future';
      throw new Problem('validation_failed', { detail: `until: ${message}.`, mistakes: [{ path: 'until', message }] });
    }
    const scoreOverride: ScoreOverride = {
      score,
      reason,
      by: context.actor.id,
      byName: context.actor.name,
      at: context.now.toISOString(),
      until: until ? new Date(until).toISOString() : null,
    };
    await updateRecords(context, contact, [{ id, set: { scoreOverride } }]);
    await scoreContacts(context, [id]);
    return context.call(getScore, { id });
  },
});
