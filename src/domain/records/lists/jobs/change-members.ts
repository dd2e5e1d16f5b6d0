import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { changeMembersChunk, memberChange } from '../operations/change-members-chunk.ts';

/** Puts many records on a list or takes them off, chunk by chunk in the order of their ids; whatever is done twice has its effect once. */
export const changeMembersJob = defineJob({
  name: 'records.change-list-members',
  summary: 'Puts many records on a list or takes them off, chunk by chunk.',
  input: memberChange.extend({ changeSetId: z.uuid() }),
  async run(job, { changeSetId, ...input }) {
    const call = { actor: job.actor, surface: 'job', requestId: job.jobId, changeSetId };
    let after: string | undefined;
    do {
      if (job.signal.aborted) throw new Error('The process stops; the list goes on at the next start.');
      after = (await execute(job.ports, changeMembersChunk, { ...input, after }, call)).output.next;
    } while (after !== undefined);
  },
});
