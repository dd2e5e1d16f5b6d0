import { z } from 'zod';
import { parseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { previewUndo } from '#platform/records';
import { changeSetTold } from '../told.ts';

/** Records that are looked at: enough to judge by, however large the change was. */
const mostShown = 200;

export const previewUndoing = defineOperation({
  name: 'changes.preview',
  summary: 'Shows what taking a change set back would do, record by record, and what it would leave.',
  kind: 'read',
  permission: 'changes:read',
  route: { method: 'GET', path: '/changes/:changeSetId/preview' },
  tool: true,
  positional: ['changeSetId'],
  input: z.strictObject({
    changeSetId: z
      .string()
      .max(100)
      .transform((id) => parseId('cs', id)),
  }),
  output: z.strictObject({
    records: z.array(
      z.strictObject({
        object: z.string(),
        id: z.string(),
        name: z.string(),
        effect: z.enum(['deleted', 'restored', 'changed']),
        changes: z.array(
          z.strictObject({ field: z.string(), label: z.string(), now: z.unknown(), undone: z.unknown() }),
        ),
      }),
    ),
    kept: z.array(z.strictObject({ object: z.string(), recordId: z.string(), field: z.string(), reason: z.string() })),
    hidden: z.number(),
    more: z.boolean(),
  }),
  async run(context, { changeSetId }) {
    await changeSetTold(context, changeSetId);
    return previewUndo(context, changeSetId, mostShown);
  },
});
