import { z } from 'zod';
import { contact } from '#domain/records/contacts';
import { idSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { updateRecords } from '#platform/records';
import { scoreAnswer } from '../rules/score-answer.ts';
import { scoreContacts } from '../score-contacts.ts';
import { getScore } from './get-score.ts';

export const clearScoreOverride = defineOperation({
  name: 'contacts.clearScoreOverride',
  summary: 'Takes away a score that was set by hand: the computed one stands again.',
  kind: 'write',
  permission: 'scoring:override',
  route: { method: 'DELETE', path: '/contacts/:id/score/override' },
  positional: ['id'],
  subject: contact.name,
  input: z.strictObject({ id: idSchema(contact.name) }),
  output: scoreAnswer,
  async run(context, { id }) {
    await updateRecords(context, contact, [{ id, set: { scoreOverride: null } }]);
    await scoreContacts(context, [id]);
    return context.call(getScore, { id });
  },
});
