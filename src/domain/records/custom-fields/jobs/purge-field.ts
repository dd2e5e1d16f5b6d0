import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { purgeChunk } from '../operations/purge-chunk.ts';

/** Removes the values of a field that was deleted 30 days ago, and is still deleted. */
export const purgeField = defineJob({
  name: 'records.purge-field',
  summary: 'Removes the values of a field that was deleted 30 days ago.',
  input: z.object({ fieldId: z.uuid() }),
  async run(job, { fieldId }) {
    const call = { actor: job.actor, surface: 'job', requestId: job.jobId, changeSetId: job.ports.ids.next() };
    for (let afterId: string | undefined, more = true; more; ) {
      if (job.signal.aborted) throw new Error('The process stops; the values are removed at the next start.');
      const { output } = await execute(job.ports, purgeChunk, { fieldId, afterId }, call);
      ({ afterId, more } = output);
    }
  },
});
