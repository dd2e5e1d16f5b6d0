import { z } from 'zod';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { updateRecords } from '#platform/records';
import { customField } from '../fields.ts';
import { fieldAnswer, shownById } from '../present.ts';
import { fieldById } from '../store/definitions.ts';

export const restoreField = defineOperation({
  name: 'fields.restore',
  summary: 'Brings back a field that was deleted in the last 30 days, with its values.',
  kind: 'write',
  permission: 'fields:write',
  route: { method: 'POST', path: '/fields/:id/restore' },
  positional: ['id'],
  subject: 'field',
  input: z.strictObject({ id: idSchema('field') }),
  output: fieldAnswer,
  problems: ['conflict', 'too_large'],
  async run(context, { id }) {
    if ((await fieldById(context.tx, id))?.purged)
      throw new Problem('conflict', {
        detail: `The values of the field ${publicId('fd', id)} have been removed, 30 days after it was deleted. Make a new one.`,
      });
    await updateRecords(context, customField, [{ id, set: { deletedAt: null } }], { deletedToo: true });
    return shownById(context, id);
  },
});
