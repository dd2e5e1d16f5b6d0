import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { removeChunk } from '../operations/remove-chunk.ts';

/** Takes a demo away chunk by chunk; a killed run goes on where it stood. */
export const takeDemoAway = defineJob({
  name: 'demo.remove',
  summary: 'Takes the records of a demo away, chunk by chunk.',
  input: z.object({ changeSetId: z.uuid() }),
  async run(job, { changeSetId }) {
    const call = { actor: job.actor, surface: 'job', requestId: job.jobId, changeSetId };
    for (let more = true; more; ) {
      if (job.signal.aborted) throw new Error('The process stops; the demo is taken away at the next start.');
      more = (await execute(job.ports, removeChunk, {}, call)).output.more;
    }
  },
});
