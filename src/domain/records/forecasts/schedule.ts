import { systemActor } from '#platform/actor';
import type { Context } from '#platform/context';
import { addJob } from '#platform/jobs';
import { keepForecastsJob } from './jobs/keep-forecasts.ts';
import type { WorkspaceDay } from './store/evening.ts';

/** Has the forecasts kept in the evening. Kith itself does it: whoever set it off may not see all deals. */
export function scheduleKeeping(context: Context, { evening }: WorkspaceDay): void {
  const { workspaceId, requestId, surface, now, changeSetId, cause, ports } = context;
  const origin = { actor: systemActor(workspaceId), workspaceId, requestId, surface, now, changeSetId, cause, ports };
  // One key an evening: a run that is due cannot be put off by one that is added later.
  const key = `forecasts.keep:${workspaceId}:${evening.toISOString()}`;
  addJob(context.tx, origin, keepForecastsJob, {}, { key, runAt: evening });
}
