import { z } from 'zod';
import { objectNamed } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { moveReferences } from '#platform/records';
import { moveBack } from '../move-back.ts';
import { keepProgress, type Merge, mergeById } from '../store/merges.ts';

export const settleChunk = defineOperation({
  name: 'merges.settleChunk',
  summary: 'Moves the next thousand records that refer to merged ones, there or back.',
  kind: 'write',
  permission: 'changes:undo',
  reach: 'workspace',
  input: z.strictObject({ mergeId: z.uuid(), changeSetId: z.uuid() }),
  output: z.object({ more: z.boolean() }),
  async run(context, { mergeId, changeSetId }) {
    const merge = await mergeById(context.tx, mergeId, 'lock');
    const meant = merge && [merge.changeSetId, merge.unmergeSetId].includes(changeSetId);
    if (!meant || merge.status === 'unmerged') return { more: false };
    if (changeSetId !== (merge.unmergeSetId ?? merge.changeSetId)) return { more: false };
    const back = merge.status === 'unmerging';
    const { records, next } = back ? await moveBack(context, merge) : await moveOn(context, merge);
    const status = next ? merge.status : back ? 'unmerged' : 'merged';
    keepProgress(context.tx, mergeId, { status, cursor: next ?? null, moved: back ? -records : records });
    if (next) context.unfinished();
    return { more: next !== undefined };
  },
});

async function moveOn(context: Parameters<typeof moveReferences>[0], { object, memberIds, winnerId, cursor }: Merge) {
  const from = cursor && 'field' in cursor ? cursor : undefined;
  return moveReferences(context, objectNamed(object), memberIds, winnerId, { cursor: from });
}
