import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { replaceNext } from '../replace-next.ts';

/** What every chunk and the job are given. */
export const replacement = z.object({ from: z.array(z.string()), to: z.string().nullable() });

export const replaceTagsChunk = defineOperation({
  name: 'tags.replaceChunk',
  summary: 'Replaces tags on the next thousand records that bear them.',
  kind: 'write',
  reach: 'workspace',
  permission: 'tags:write',
  input: replacement,
  async run(context, { from, to }) {
    const more = await replaceNext(context, from, to);
    if (more) context.unfinished();
    return { more };
  },
});
