import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { refreshChunk } from '../operations/refresh-chunk.ts';

/** Brings what records hold in step with the definition of a field, chunk by chunk; a killed run begins anew. */
export const refreshField = defineJob({
  name: 'records.refresh-field',
  summary: 'Computes the values of a field, or keeps them for lists, after its definition has changed.',
  input: z.object({ fieldId: z.uuid() }),
  async run(job, { fieldId }) {
    const call = { actor: job.actor, surface: 'job', requestId: job.jobId, changeSetId: job.ports.ids.next() };
    for (let afterId: string | undefined, more = true; more; ) {
      if (job.signal.aborted) throw new Error('The process stops; the values are brought in step at the next start.');
      const { output } = await execute(job.ports, refreshChunk, { fieldId, afterId }, call);
      ({ afterId, more } = output);
    }
  },
});
