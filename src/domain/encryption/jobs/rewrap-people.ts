import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { rewrapChunk } from '../operations/rewrap-chunk.ts';

/** Moves the keys of people to the newest key of the workspace, chunk by chunk; a killed run begins anew, which does no harm. */
export const rewrapPeople = defineJob({
  name: 'encryption.rewrap-people',
  summary: 'Wraps the keys of people with the key of the workspace that seals now.',
  input: z.object({}),
  async run(job) {
    const call = { actor: job.actor, surface: 'job', requestId: job.jobId, changeSetId: job.ports.ids.next() };
    let after: string | undefined;
    do {
      if (job.signal.aborted) throw new Error('The process stops; the keys are wrapped at the next start.');
      after = (await execute(job.ports, rewrapChunk, { after }, call)).output.next;
    } while (after !== undefined);
  },
});
