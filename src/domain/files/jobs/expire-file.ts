import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { expireFile } from '../operations/expire-file.ts';

/** Removes a file for good when its time is over. */
export const expireFileJob = defineJob({
  name: 'files.expire',
  summary: 'Removes a file for good when its time is over.',
  input: z.object({ fileId: z.uuid() }),
  async run(job, input) {
    await execute(job.ports, expireFile, input, { actor: job.actor, surface: 'job', requestId: job.jobId });
  },
});
