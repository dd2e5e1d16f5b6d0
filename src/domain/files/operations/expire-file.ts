import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { purgeRecords } from '#platform/records';
import { file } from '../fields.ts';
import { isOver } from '../store/files.ts';

export const expireFile = defineOperation({
  name: 'files.expire',
  summary: 'Removes a file for good, with all of its versions, if its time is over.',
  kind: 'write',
  permission: 'files:write',
  input: z.strictObject({ fileId: z.uuid() }),
  async run(context, { fileId }) {
    // It may have been given more time since.
    if (!(await isOver(context.tx, fileId, context.now))) return { removed: 0 };
    return { removed: await purgeRecords(context, file, [fileId]) };
  },
});
