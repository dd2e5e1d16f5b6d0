import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { rescoreChunk } from '../operations/rescore-chunk.ts';

/** Scores many contacts anew. A killed run begins again: what is done already costs a look. */
export const rescoreAll = defineJob({
  name: 'scoring.rescore-all',
  summary: 'Scores all contacts anew, or those of some accounts, a thousand at a time.',
  input: z.object({ changeSetId: z.uuid(), accountIds: z.array(z.uuid()).optional() }),
  async run(job, { changeSetId, accountIds }) {
    const call = { actor: job.actor, surface: 'job', requestId: job.jobId, changeSetId };
    let after: string | undefined;
    do {
      if (job.signal.aborted) throw new Error('The process stops; the scoring begins again at the next start.');
      after = (await execute(job.ports, rescoreChunk, { accountIds, after }, call)).output.next;
    } while (after);
  },
});
