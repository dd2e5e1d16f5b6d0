import { pipelineFigures } from '#domain/records/deals';
import type { Context } from '#platform/context';
import { handlerCatalogue } from '#platform/events';
import { handlerLags } from '#platform/handlers';
import { type Measure, measures } from './rules/measures.ts';
import type { Threshold } from './store/thresholds.ts';

const recentMs = 90 * 86_400_000;

/** What the figures are now that lines are drawn for; null where there is none, as of a pipeline that is gone. In their order. */
export async function figuresOf(context: Context, thresholds: readonly Threshold[]): Promise<(number | null)[]> {
  const ofHandlers = await handlerFigures(context, thresholds);
  const ofPipelines = await pipelineNumbers(context, thresholds);
  return thresholds.map(({ measure, handler, pipelineId }) =>
    measures[measure].of === 'handler' ? ofHandlers(measure, handler) : ofPipelines(measure, pipelineId),
  );
}

async function handlerFigures(context: Context, thresholds: readonly Threshold[]) {
  if (thresholds.every(({ measure }) => measures[measure].of !== 'handler')) return () => null;
  const lags = await handlerLags(context.tx, [...handlerCatalogue().values()]);
  return (measure: Measure, handler: string | null): number | null => {
    const some = handler === null ? lags : lags.filter((one) => one.handler === handler);
    if (measure === 'failed_events') return some.reduce((sum, { failed }) => sum + failed, 0);
    if (measure === 'handler_behind') return Math.max(0, ...some.map(({ behind }) => behind));
    return Math.max(
      0,
      ...some.map(({ oldestAt }) => (oldestAt ? (context.now.getTime() - oldestAt.getTime()) / 1000 : 0)),
    );
  };
}

async function pipelineNumbers(context: Context, thresholds: readonly Threshold[]) {
  const ids = [...new Set(thresholds.flatMap(({ pipelineId }) => pipelineId ?? []))];
  const found = await pipelineFigures(context, ids, { from: new Date(context.now.getTime() - recentMs) });
  return (measure: Measure, pipelineId: string | null): number | null => {
    const figures = found.get(pipelineId ?? '');
    if (!figures) return null;
    if (measure === 'open_deals') return figures.open.count;
    if (measure === 'open_amount') return Number(figures.open.amount);
    if (measure === 'weighted_amount') return Number(figures.open.weighted);
    if (measure === 'rotting_deals') return figures.open.rotting;
    return measure === 'win_rate' ? figures.winRate : figures.averageCycleHours;
  };
}
