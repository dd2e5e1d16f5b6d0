import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { previewChunk } from '../operations/preview-chunk.ts';

/** Finds out what a model would change, a chunk of contacts at a time; a killed run goes on where it stood. */
export const previewModel = defineJob({
  name: 'scoring.preview',
  summary: 'Finds out whose tier a scoring model would change.',
  input: z.object({ modelId: z.uuid() }),
  async run(job, { modelId }) {
    for (let more = true; more; ) {
      if (job.signal.aborted) throw new Error('The process stops; the preview goes on at the next start.');
      const call = { actor: job.actor, surface: 'job', requestId: job.jobId };
      more = (await execute(job.ports, previewChunk, { modelId }, call)).output.more;
    }
  },
});
