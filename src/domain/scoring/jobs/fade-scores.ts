import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { fadeChunk } from '../operations/fade-chunk.ts';

/** Computes the scores that have faded anew, and comes back when the next one fades. */
export const fadeScores = defineJob({
  name: 'scoring.fade',
  summary: 'Computes the scores anew that have faded since they were kept.',
  input: z.object({}),
  async run(job) {
    const call = { actor: job.actor, surface: 'job', requestId: job.jobId, changeSetId: job.ports.ids.next() };
    for (let more = true; more; ) {
      if (job.signal.aborted) throw new Error('The process stops; the scores fade at the next start.');
      more = (await execute(job.ports, fadeChunk, {}, call)).output.more;
    }
  },
});
