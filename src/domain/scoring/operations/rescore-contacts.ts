import { z } from 'zod';
import { contact } from '#domain/records/contacts';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { scheduleRescore } from '../schedule.ts';
import { chunkSize, scoreContacts } from '../score-contacts.ts';

export const rescoreContacts = defineOperation({
  name: 'contacts.rescore',
  summary: 'Scores contacts anew: those that are named at once, or all of them in the background.',
  kind: 'write',
  permission: 'contacts:write',
  route: { method: 'POST', path: '/contacts/rescore' },
  input: z.strictObject({
    ids: z
      .array(idSchema(contact.name))
      .min(1)
      .max(chunkSize)
      .optional()
      .meta({ description: 'Up to 1,000 contacts.' }),
    all: z.literal(true).optional().meta({ description: 'All contacts of the workspace.' }),
  }),
  output: z.object({
    status: z.enum(['done', 'running']),
    scored: z.number().int(),
    changed: z.number().int(),
  }),
  async run(context, { ids, all }) {
    if ((ids === undefined) === (all === undefined))
      throw new Problem('validation_failed', {
        detail: 'Say which contacts: give ids, or "all": true, and not both.',
        mistakes: [{ path: 'ids', message: 'is needed, or all' }],
      });
    if (ids) return { status: 'done' as const, ...(await scoreContacts(context, [...new Set(ids)])) };
    scheduleRescore(context);
    context.unfinished();
    return { status: 'running' as const, scored: 0, changed: 0 };
  },
});
