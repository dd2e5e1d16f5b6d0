import { z } from 'zod';
import { parseId, publicId } from '#platform/ids';
import { addJob } from '#platform/jobs';
import { defineOperation } from '#platform/operations';
import { undoChangeSet } from '#platform/records';
import { undoBulk } from '../jobs/undo-bulk.ts';
import { keptAnswer } from '../rules/present.ts';

export const undoChanges = defineOperation({
  name: 'changes.undo',
  summary: 'Takes back what a change set did: an edit, a bulk edit, a deletion, an import.',
  kind: 'write',
  permission: 'changes:undo',
  route: { method: 'POST', path: '/changes/:changeSetId/undo' },
  tool: true,
  positional: ['changeSetId'],
  input: z.strictObject({
    changeSetId: z
      .string()
      .max(100)
      .transform((id) => parseId('cs', id)),
  }),
  problems: ['conflict'],
  output: z.object({
    changeSetId: z.string().meta({ description: 'Give it to changes.undo to bring everything back.' }),
    status: z.enum(['done', 'running']),
    undone: z.number().int().meta({ description: 'Records that were put back.' }),
    kept: keptAnswer,
  }),
  async run(context, { changeSetId }) {
    const answer = { changeSetId: publicId('cs', context.changeSetId) };
    const result = await undoChangeSet(context, changeSetId);
    if (result !== 'bulk') return { ...answer, status: 'done' as const, ...result };
    addJob(
      context.tx,
      context,
      undoBulk,
      { changeSetId, undoingId: context.changeSetId },
      { key: `undo:${changeSetId}` },
    );
    return { ...answer, status: 'running' as const, undone: 0, kept: [] };
  },
});
