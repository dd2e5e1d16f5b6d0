import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { undoChunk } from '../operations/undo-chunk.ts';

/** Takes back a large change set, chunk by chunk; a killed run goes on where it stood. */
export const undoBulk = defineJob({
  name: 'records.undo-bulk',
  summary: 'Takes back a large change set, chunk by chunk.',
  input: z.object({ changeSetId: z.uuid(), undoingId: z.uuid() }),
  async run(job, input) {
    for (let more = true; more; ) {
      if (job.signal.aborted) throw new Error('The process stops; the undo goes on at the next start.');
      const call = { actor: job.actor, surface: 'job', requestId: job.jobId, changeSetId: input.undoingId };
      more = (await execute(job.ports, undoChunk, { changeSetId: input.changeSetId }, call)).output.more;
    }
  },
});
