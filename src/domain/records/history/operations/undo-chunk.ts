import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { undoNextChunk } from '#platform/records';

export const undoChunk = defineOperation({
  name: 'changes.undoChunk',
  summary: 'Takes back the next thousand records of a large change set.',
  kind: 'write',
  permission: 'changes:undo',
  input: z.strictObject({ changeSetId: z.uuid() }),
  run: (context, { changeSetId }) => undoNextChunk(context, changeSetId),
});
