import { z } from 'zod';
import { Problem } from '#platform/errors';
import { anyIdSchema, idSchema } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { checkedValues } from '#platform/records';
import { follow } from '../fields.ts';
import { checkedRef, followRecord } from '../follow.ts';

export const followRecordOperation = defineOperation({
  name: 'follows.create',
  summary: 'Follows a record, for myself or somebody else: whoever follows hears of comments on it.',
  kind: 'write',
  permission: 'follows:write',
  route: { method: 'POST', path: '/follows', status: 201 },
  input: z.strictObject({
    recordId: anyIdSchema(),
    userId: idSchema('user').optional().meta({ description: 'Who is to follow it; I do unless told.' }),
  }),
  output: z.object({ recordId: z.string(), userId: z.string(), following: z.boolean() }),
  async run(context, { recordId, userId }) {
    const follower = userId ?? (context.actor.type === 'user' ? context.actor.id : undefined);
    if (!follower) {
      const message = 'is needed, since a key follows nothing';
      throw new Problem('validation_failed', {
        detail: `userId: ${message}.`,
        mistakes: [{ path: 'userId', message }],
      });
    }
    await checkedValues(context, follow, { recordId, ...(userId ? { userId } : {}) });
    await followRecord(context, checkedRef(recordId), [follower], 'asked');
    return { recordId, userId: publicId('us', follower), following: true };
  },
});
