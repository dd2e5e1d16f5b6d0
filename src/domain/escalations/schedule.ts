import { systemActor } from '#platform/actor';
import type { Context } from '#platform/context';
import { addJob } from '#platform/jobs';
import { lookAtDeals } from './jobs/look-at-deals.ts';

const hourMs = 3_600_000;

/** Has the timed rules look at the deals: now (within the minute), or at the next full hour. Kith itself does it. */
export function scheduleLook(context: Context, when: 'now' | 'next hour'): void {
  const { workspaceId, requestId, surface, now, changeSetId, cause, ports } = context;
  const origin = { actor: systemActor(workspaceId), workspaceId, requestId, surface, now, changeSetId, cause, ports };
  const hour = new Date((Math.floor(now.getTime() / hourMs) + 1) * hourMs);
  const runAt = when === 'now' ? now : hour;
  // One key an hour: a job that is due cannot be put off by one that is added later.
  const key = `escalations.look:${workspaceId}:${when === 'now' ? 'now' : hour.toISOString()}`;
  addJob(context.tx, origin, lookAtDeals, {}, { key, runAt });
}
