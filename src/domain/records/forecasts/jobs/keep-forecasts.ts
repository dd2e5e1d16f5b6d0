import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { keepForecasts } from '../operations/keep-forecasts.ts';

/** Keeps the forecasts of a day, and comes back the next evening while anything is expected. */
export const keepForecastsJob = defineJob({
  name: 'forecasts.keep',
  summary: 'Keeps the forecasts of all pipelines as they stand at the end of the day.',
  input: z.object({}),
  async run(job) {
    const call = { actor: job.actor, surface: 'job', requestId: job.jobId, changeSetId: job.ports.ids.next() };
    await execute(job.ports, keepForecasts, {}, call);
  },
});
