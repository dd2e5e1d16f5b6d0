import { z } from 'zod';
import { allStages } from '#domain/records/pipelines';
import { Problem } from '#platform/errors';
import { parseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { metricsOfPipelines, metricsOutput, periodInput } from '../pipeline-metrics.ts';

const idList = z.union([
  z.array(z.string().max(100)),
  z
    .string()
    .max(2000)
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    ),
]);

export const comparePipelines = defineOperation({
  name: 'pipelines.compare',
  summary: 'Compares pipelines by their numbers, side by side; all of them unless told which.',
  kind: 'read',
  permission: 'deals:read',
  route: { method: 'GET', path: '/pipelines/compare' },
  input: z.strictObject({
    ids: idList.optional().meta({ description: 'The pipelines, between commas, 20 at most.' }),
    ...periodInput,
  }),
  output: z.object({
    data: z.array(metricsOutput),
    best: z.object({ winRate: z.string().nullable(), wonAmount: z.string().nullable(), cycle: z.string().nullable() }),
  }),
  async run(context, { ids, from, to }) {
    const there = await allStages(context.sql);
    const all = [...new Set(there.filter((one) => !one.gone).map((one) => one.pipelineId))];
    const wanted = ids ? [...new Set(ids.map((id) => parseId('pl', id)))] : all.slice(0, mostCompared);
    if (wanted.length > mostCompared)
      throw new Problem('validation_failed', { detail: `At most ${mostCompared} pipelines are compared at once.` });
    const data = await metricsOfPipelines(context, wanted, { from, to });
    const best = (value: (one: (typeof data)[number]) => number | null) =>
      data.reduce<{ id: string | null; value: number }>(
        (leader, one) => {
          const own = value(one);
          return own !== null && own > leader.value ? { id: one.pipeline.id, value: own } : leader;
        },
        { id: null, value: Number.NEGATIVE_INFINITY },
      ).id;
    return {
      data,
      best: {
        winRate: best((one) => one.winRate),
        wonAmount: best((one) => (one.won.count === 0 ? null : Number(one.won.amount))),
        cycle: best((one) => (one.averageCycleHours === null ? null : -one.averageCycleHours)),
      },
    };
  },
});

const mostCompared = 20;
