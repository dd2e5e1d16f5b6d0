import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { chunkSize, scoreContacts } from '../score-contacts.ts';
import { contactIds } from '../store/candidates.ts';

export const rescoreChunk = defineOperation({
  name: 'scoring.rescoreChunk',
  summary: 'Scores the next thousand contacts anew, of all or of those of some accounts.',
  kind: 'write',
  reach: 'workspace',
  permission: 'scoring:write',
  input: z.strictObject({ accountIds: z.array(z.uuid()).max(1000).optional(), after: z.uuid().optional() }),
  async run(context, { accountIds, after }) {
    const ids = await contactIds(context.tx, { accountIds, after }, chunkSize);
    const result = await scoreContacts(context, ids);
    const next = ids.length === chunkSize ? ids.at(-1) : undefined;
    if (next) context.unfinished();
    return { ...result, next };
  },
});
