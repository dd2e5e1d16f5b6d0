import { z } from 'zod';
import { Problem } from '#platform/errors';
import { defineOperation } from '#platform/operations';
import { forgetCustomFields } from '#platform/records';
import { markCustomFieldDeleted } from '../store/custom-fields.ts';

export const deleteField = defineOperation({
  name: 'fields.delete',
  summary: 'Takes a field that the workspace has added out of use; its values stay with the records.',
  kind: 'write',
  permission: 'fields:write',
  route: { method: 'DELETE', path: '/fields/:object/:name', status: 204 },
  positional: ['object', 'name'],
  input: z.strictObject({
    object: z.string().max(50),
    name: z
      .string()
      .max(80)
      .transform((name) => name.replace(/^custom\./, '')),
  }),
  async run(context, { object, name }) {
    if (!(await markCustomFieldDeleted(context, object, name))) {
      throw new Problem('not_found', { detail: `There is no custom field '${name}' on ${object}.` });
    }
    context.count(1);
    context.emit({ type: 'records.field.deleted', data: { object, name } });
    context.tx.afterCommit(() => forgetCustomFields(context.workspaceId));
    return null;
  },
});
