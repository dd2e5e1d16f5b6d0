import { z } from 'zod';
import { rewrapPersonKeys } from '#platform/changes';
import { defineOperation } from '#platform/operations';

const mostAtOnce = 1000;

/** Called by the job alone: it has no route. */
export const rewrapChunk = defineOperation({
  name: 'encryption.rewrapChunk',
  summary: 'Wraps the keys of some people with the key of the workspace that seals now.',
  kind: 'write',
  permission: 'encryption:rotate',
  input: z.strictObject({ after: z.uuid().optional() }),
  async run(context, { after }) {
    return { next: await rewrapPersonKeys(context, context.tx, after, mostAtOnce) };
  },
});
