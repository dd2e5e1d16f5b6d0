import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { markOverdueChunk } from '../operations/mark-overdue-chunk.ts';

/** Marks the leads that have waited too long, and comes back when the next one has. */
export const markOverdueLeads = defineJob({
  name: 'leads.overdue',
  summary: 'Marks the leads that nobody has accepted in time, once each.',
  input: z.object({}),
  async run(job) {
    const call = { actor: job.actor, surface: 'job', requestId: job.jobId, changeSetId: job.ports.ids.next() };
    for (let more = true; more; ) {
      if (job.signal.aborted) throw new Error('The process stops; leads are marked at the next start.');
      more = (await execute(job.ports, markOverdueChunk, {}, call)).output.more;
    }
  },
});
