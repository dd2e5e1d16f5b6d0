import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { refreshChunk } from '../operations/refresh-chunk.ts';

/** A killed run begins again: what is in step already costs a look. */
export const refreshDeals = defineJob({
  name: 'deals.refresh',
  summary: 'Brings what deals are worth and what their stages are called in step with rates, settings and pipelines.',
  input: z.object({}),
  async run(job) {
    const call = { actor: job.actor, surface: 'job', requestId: job.jobId, changeSetId: job.ports.ids.next() };
    let after: string | undefined;
    do {
      if (job.signal.aborted) throw new Error('The process stops; the deals are looked at again at the next start.');
      after = (await execute(job.ports, refreshChunk, { after }, call)).output.next;
    } while (after);
  },
});
