import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { replacement, replaceTagsChunk } from '../operations/replace-tags-chunk.ts';

/** Replaces tags on many records, chunk by chunk, in one change set. */
export const replaceTagsJob = defineJob({
  name: 'records.replace-tags',
  summary: 'Replaces tags on many records, chunk by chunk.',
  input: replacement.extend({ changeSetId: z.uuid() }),
  async run(job, { changeSetId, ...input }) {
    for (let more = true; more; ) {
      if (job.signal.aborted) throw new Error('The process stops; the tags go on at the next start.');
      const call = { actor: job.actor, surface: 'job', requestId: job.jobId, changeSetId };
      more = (await execute(job.ports, replaceTagsChunk, input, call)).output.more;
    }
  },
});
