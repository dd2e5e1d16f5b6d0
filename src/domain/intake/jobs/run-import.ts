import { z } from 'zod';
import { defineJob, type JobContext } from '#platform/jobs';
import { bringIn } from '../bring-in.ts';

export const runImport = defineJob({
  name: 'intake.run-import',
  summary: 'Brings in a file, chunk by chunk; a killed run goes on after its last chunk.',
  input: z.object({ importId: z.uuid() }),
  attempts: 50,
  run: (job: JobContext, { importId }) => bringIn(job, importId),
});
