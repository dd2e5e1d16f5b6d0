import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { defineOperation, missing } from '#platform/operations';
import { metricsOfPipelines, metricsOutput, periodInput } from '../pipeline-metrics.ts';

export const pipelineMetrics = defineOperation({
  name: 'pipelines.metrics',
  summary:
    'Gets the numbers of a pipeline: counts, sums, win rate, cycle in hours, conversion by stage, forecast by month.',
  kind: 'read',
  permission: 'deals:read',
  route: { method: 'GET', path: '/pipelines/:id/metrics' },
  positional: ['id'],
  subject: 'pipeline',
  tool: true,
  input: z.strictObject({ id: idSchema('pipeline'), ...periodInput }),
  output: metricsOutput,
  async run(context, { id, from, to }) {
    const [metrics] = await metricsOfPipelines(context, [id], { from, to });
    if (!metrics) throw missing('pipeline', id);
    return metrics;
  },
});
