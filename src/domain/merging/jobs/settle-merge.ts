import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { settleChunk } from '../operations/settle-chunk.ts';

/** Moves what a merge, or taking it back, has not moved yet, chunk by chunk; a killed run goes on where it stood. */
export const settleMerge = defineJob({
  name: 'merging.settle',
  summary: 'Moves what refers to merged records, chunk by chunk.',
  input: z.object({ mergeId: z.uuid(), changeSetId: z.uuid() }),
  async run(job, { mergeId, changeSetId }) {
    for (let more = true; more; ) {
      if (job.signal.aborted) throw new Error('The process stops; the merge goes on at the next start.');
      const call = { actor: job.actor, surface: 'job', requestId: job.jobId, changeSetId };
      more = (await execute(job.ports, settleChunk, { mergeId, changeSetId }, call)).output.more;
    }
  },
});
