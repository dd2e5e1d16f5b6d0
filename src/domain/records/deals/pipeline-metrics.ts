import { z } from 'zod';
import { workspaceCurrency } from '#domain/records/currencies';
import { allStages } from '#domain/records/pipelines';
import type { Context } from '#platform/context';
import { publicId } from '#platform/ids';
import { missing } from '#platform/operations';
import { refuseUnreadSums } from '#platform/records';
import { deal } from './fields.ts';
import { metricsOf, type PipelineMetrics } from './rules/metrics.ts';
import { expectedByMonth, furthestPlaces, lossReasons, type Period, stageSums } from './store/metrics.ts';

const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()]).transform((text) => new Date(text));

/** The time of which the numbers are. */
export const periodInput = {
  from: moment
    .optional()
    .meta({ description: 'Deals that were won or lost from this moment on; open ones are those of now.' }),
  to: moment.optional().meta({ description: 'Deals that were won or lost before this moment.' }),
};

const counted = z.object({ count: z.number(), amount: z.string() });
const rate = z.number().nullable();

/** What the numbers of a pipeline are. */
export const metricsOutput = z.object({
  pipeline: z.object({ id: z.string(), name: z.string() }),
  currency: z.string(),
  open: counted.extend({ weighted: z.string(), rotting: z.number() }),
  won: counted,
  lost: counted.extend({ reasons: z.array(counted.extend({ reason: z.string().nullable() })) }),
  winRate: rate,
  averageWon: z.string().nullable(),
  averageCycleHours: rate,
  averageCycleHoursLost: rate,
  unvalued: z.number(),
  stages: z.array(
    counted.extend({ id: z.string(), name: z.string(), kind: z.string(), weighted: z.string(), rotting: z.number() }),
  ),
  conversion: z.array(
    z.object({ stageId: z.string(), stage: z.string(), reached: z.number(), further: z.number(), rate }),
  ),
  forecast: z.array(
    counted.extend({
      month: z.string().nullable(),
      weighted: z.string(),
      categories: z.record(z.string(), z.string()),
    }),
  ),
});

/** What the numbers are made of: whoever may not read it cannot be told its sums either. */
const summed = ['baseAmount', 'probability', 'closeDate', 'lostReason', 'forecastCategory', 'stageId'];

export type ShownMetrics = PipelineMetrics & { pipeline: { id: string; name: string } };

/** The numbers of pipelines, in the order that they were asked for. Errors: `not_found` for one that is not there. */
export async function metricsOfPipelines(
  context: Context,
  pipelineIds: readonly string[],
  period: Period,
): Promise<ShownMetrics[]> {
  const { sql: reader, now } = context;
  await refuseUnreadSums(context, deal, summed);
  const [stages, currency, sums, furthest, expected, reasons] = await Promise.all([
    allStages(reader),
    workspaceCurrency(reader),
    stageSums(reader, pipelineIds, period, now),
    furthestPlaces(reader, pipelineIds),
    expectedByMonth(reader, pipelineIds),
    lossReasons(reader, pipelineIds, period),
  ]);
  return pipelineIds.map((id) => {
    const own = stages.filter((one) => one.pipelineId === id && !one.gone);
    const [first] = own;
    if (!first) throw missing('pipeline', id);
    const ofIt = <T extends { pipelineId: string }>(rows: readonly T[]) => rows.filter((one) => one.pipelineId === id);
    const metrics = metricsOf({
      currency,
      stages: own.map((one) => ({ ...one, shownId: publicId('sg', one.id) })),
      sums: ofIt(sums),
      furthest: ofIt(furthest),
      expected: ofIt(expected),
      reasons: ofIt(reasons),
    });
    return { pipeline: { id: publicId('pl', id), name: first.pipelineName }, ...metrics };
  });
}

/** The numbers of those pipelines among some that are there, by their ids. */
export async function pipelineFigures(
  context: Context,
  pipelineIds: readonly string[],
  period: Period,
): Promise<Map<string, ShownMetrics>> {
  const there = new Set((await allStages(context.sql)).filter((one) => !one.gone).map((one) => one.pipelineId));
  const ids = pipelineIds.filter((id) => there.has(id));
  const numbers = ids.length > 0 ? await metricsOfPipelines(context, ids, period) : [];
  return new Map(numbers.map((one, index) => [ids[index] ?? '', one]));
}
