import { z } from 'zod';
import { parseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { undoProgress } from '#platform/records';
import { changeSetAnswer, keptAnswer, presentChangeSet } from '../rules/present.ts';
import { changeSetTold } from '../told.ts';

export const getChange = defineOperation({
  name: 'changes.get',
  summary: 'Gets one change set: what was done, by whom and when.',
  kind: 'read',
  permission: 'changes:read',
  route: { method: 'GET', path: '/changes/:changeSetId' },
  positional: ['changeSetId'],
  input: z.strictObject({
    changeSetId: z
      .string()
      .max(100)
      .transform((id) => parseId('cs', id)),
  }),
  output: changeSetAnswer.extend({
    undo: z.object({ undone: z.number().int(), kept: keptAnswer, done: z.boolean() }).optional(),
  }),
  async run(context, { changeSetId }) {
    const set = await changeSetTold(context, changeSetId);
    const undo = set.undoes ? await undoProgress(context, set.id) : undefined;
    return { ...presentChangeSet(set), ...(undo ? { undo } : {}) };
  },
});
