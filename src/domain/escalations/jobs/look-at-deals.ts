import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { lookChunk, type Place } from '../operations/look-chunk.ts';

/** Looks for deals that stand still or whose day is over, and comes back every hour while there are rules for them. */
export const lookAtDeals = defineJob({
  name: 'escalations.look',
  summary: 'Tells of deals that have stood in a stage for too long, or whose close date is over, once an occasion.',
  input: z.object({}),
  async run(job) {
    const call = { actor: job.actor, surface: 'job', requestId: job.jobId, changeSetId: job.ports.ids.next() };
    for (let from: Place | undefined, begun = false; from || !begun; begun = true) {
      if (job.signal.aborted) throw new Error('The process stops; deals are looked at again at the next start.');
      from = (await execute(job.ports, lookChunk, { from }, call)).output.next;
    }
  },
});
