import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { regradeChunk } from '../operations/regrade-chunk.ts';

/** Brings the grades of all leads in step with a changed scoring model. */
export const regradeLeads = defineJob({
  name: 'leads.regrade',
  summary: 'Gives all leads the scores and grades of their contacts anew, chunk by chunk.',
  input: z.object({}),
  async run(job) {
    const call = { actor: job.actor, surface: 'job', requestId: job.jobId, changeSetId: job.ports.ids.next() };
    for (let after: string | undefined, more = true; more; ) {
      if (job.signal.aborted) throw new Error('The process stops; leads are graded at the next start.');
      const { output }: { output: { next: string | undefined } } = await execute(
        job.ports,
        regradeChunk,
        { after },
        call,
      );
      after = output.next;
      more = after !== undefined;
    }
  },
});
