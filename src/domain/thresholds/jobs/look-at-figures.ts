import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { lookAtThresholds } from '../operations/look-at-thresholds.ts';

/** Looks at the figures that have lines, and comes back every five minutes while there are any. */
export const lookAtFigures = defineJob({
  name: 'thresholds.look',
  summary: 'Tells of figures that crossed a line that an administrator has drawn.',
  input: z.object({}),
  async run(job) {
    const call = { actor: job.actor, surface: 'job', requestId: job.jobId, changeSetId: job.ports.ids.next() };
    await execute(job.ports, lookAtThresholds, {}, call);
  },
});
