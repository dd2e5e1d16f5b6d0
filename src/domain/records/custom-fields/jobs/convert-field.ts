import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { convertChunk } from '../operations/convert-chunk.ts';
import { refreshChunk } from '../operations/refresh-chunk.ts';

/** Converts the values of a field chunk by chunk, all in one change set; a killed run finds what is converted already and goes on. */
export const convertField = defineJob({
  name: 'records.convert-field',
  summary: 'Converts the values of a field to its new type, chunk by chunk.',
  input: z.object({ fieldId: z.uuid(), from: z.string(), changeSetId: z.uuid() }),
  async run(job, { fieldId, from, changeSetId }) {
    const call = { actor: job.actor, surface: 'job', requestId: job.jobId };
    const refreshing = { ...call, changeSetId: job.ports.ids.next() };
    for (const [operation, input, as] of [
      [convertChunk, { fieldId, from }, { ...call, changeSetId }],
      [refreshChunk, { fieldId }, refreshing],
    ] as const) {
      for (let afterId: string | undefined, more = true; more; ) {
        if (job.signal.aborted) throw new Error('The process stops; the conversion goes on at the next start.');
        const outcome = await execute<z.ZodType, { afterId: string | undefined; more: boolean }>(
          job.ports,
          operation,
          { ...input, afterId },
          as,
        );
        ({ afterId, more } = outcome.output);
      }
    }
  },
});
