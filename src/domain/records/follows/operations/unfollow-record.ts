import { z } from 'zod';
import { anyIdSchema, idSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { checkedValues } from '#platform/records';
import { follow } from '../fields.ts';
import { checkedRef, unfollowRecord } from '../follow.ts';

export const unfollowRecordOperation = defineOperation({
  name: 'follows.delete',
  summary: 'Stops following a record, for myself or somebody else; comments do not make them follow it again.',
  kind: 'write',
  permission: 'follows:write',
  route: { method: 'DELETE', path: '/follows/:recordId', status: 204 },
  positional: ['recordId'],
  input: z.strictObject({
    recordId: anyIdSchema(),
    userId: idSchema('user').optional().meta({ description: 'Who is to stop; I do unless told.' }),
  }),
  async run(context, { recordId, userId }) {
    await checkedValues(context, follow, { recordId, ...(userId ? { userId } : {}) });
    await unfollowRecord(context, checkedRef(recordId), userId ?? context.actor.id);
    return null;
  },
});
