import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { tellDue } from '../operations/tell-due.ts';

/** Tells what is due or overdue, and comes back when the next one is. */
export const tellDueTasks = defineJob({
  name: 'tasks.tell',
  summary: 'Tells of tasks that are due soon or overdue.',
  input: z.object({}),
  async run(job) {
    const call = { actor: job.actor, surface: 'job', requestId: job.jobId };
    for (let more = true; more; ) {
      if (job.signal.aborted) throw new Error('The process stops; what is due is told at the next start.');
      more = (await execute(job.ports, tellDue, {}, call)).output.more;
    }
  },
});
