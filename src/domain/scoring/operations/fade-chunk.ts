import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { scheduleFading } from '../schedule.ts';
import { chunkSize, scoreContacts } from '../score-contacts.ts';
import { fadedContacts, nextFade } from '../store/kept-scores.ts';

export const fadeChunk = defineOperation({
  name: 'scoring.fadeChunk',
  summary: 'Computes the next thousand scores anew that have faded.',
  kind: 'write',
  permission: 'scoring:write',
  input: z.strictObject({}),
  async run(context) {
    const ids = await fadedContacts(context.tx, context.now, chunkSize);
    const result = await scoreContacts(context, ids);
    const more = ids.length === chunkSize;
    const next = more ? undefined : await nextFade(context.tx);
    if (next) scheduleFading(context, next);
    return { ...result, more };
  },
});
