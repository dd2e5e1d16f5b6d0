import { systemActor } from '#platform/actor';
import type { Context } from '#platform/context';
import { addJob } from '#platform/jobs';
import { lookAtFigures } from './jobs/look-at-figures.ts';

const everyMs = 5 * 60_000;

/** Has the figures looked at now, or at the next full five minutes. Kith itself does it: whoever drew the lines may see less. */
export function scheduleLook(context: Context, when: 'now' | 'in a while'): void {
  const { workspaceId, requestId, surface, now, changeSetId, cause, ports } = context;
  const origin = { actor: systemActor(workspaceId), workspaceId, requestId, surface, now, changeSetId, cause, ports };
  const next = new Date((Math.floor(now.getTime() / everyMs) + 1) * everyMs);
  const runAt = when === 'now' ? now : next;
  // One key a time: a job that is due cannot be put off by one that is added later.
  const key = `thresholds.look:${workspaceId}:${when === 'now' ? 'now' : next.toISOString()}`;
  addJob(context.tx, origin, lookAtFigures, {}, { key, runAt });
}
