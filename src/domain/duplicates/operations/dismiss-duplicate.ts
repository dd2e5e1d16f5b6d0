import { z } from 'zod';
import { contact } from '#domain/records/contacts';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { keepApart } from '../store/suggestions.ts';

export const dismissDuplicate = defineOperation({
  name: 'duplicates.dismiss',
  summary: 'Decides that two records that look the same are not; they are not suggested again.',
  kind: 'write',
  permission: 'contacts:write',
  route: { method: 'POST', path: '/duplicates/dismiss' },
  input: z.strictObject({
    object: z.literal(contact.name).default(contact.name).meta({ description: 'The kind of record.' }),
    firstId: idSchema(contact.name),
    secondId: idSchema(contact.name),
  }),
  output: z.object({
    object: z.string(),
    firstId: z.string(),
    secondId: z.string(),
    status: z.literal('kept_apart'),
  }),
  async run(context, { object, firstId, secondId }) {
    if (!(await keepApart(context.tx, context, object, firstId, secondId)))
      throw new Problem('not_found', {
        detail: `It is not suggested that ${publicId(contact.prefix, firstId)} and ${publicId(contact.prefix, secondId)} are the same.`,
      });
    context.emit({ type: 'duplicates.suggestion.dismissed', object, recordIds: [firstId, secondId] });
    return {
      object,
      firstId: publicId(contact.prefix, firstId),
      secondId: publicId(contact.prefix, secondId),
      status: 'kept_apart' as const,
    };
  },
});
