import { systemActor } from '#platform/actor';
import type { Context } from '#platform/context';
import { addJob } from '#platform/jobs';
import { markOverdueLeads } from './jobs/mark-overdue-leads.ts';
import { regradeLeads } from './jobs/regrade-leads.ts';

const minuteMs = 60_000;

/** Kith itself does it: whoever set it off may not be allowed to. */
function asKith(context: Context) {
  const { workspaceId, requestId, surface, now, changeSetId, cause, ports } = context;
  return { actor: systemActor(workspaceId), workspaceId, requestId, surface, now, changeSetId, cause, ports };
}

/** Has leads marked that wait for longer than they may, at the first full minute after `at`. */
export function scheduleOverdue(context: Context, at: Date): void {
  const minute = Math.floor(Math.max(at.getTime(), context.now.getTime()) / minuteMs) + 1;
  const runAt = new Date(minute * minuteMs);
  // One key a minute: a job that is due cannot be put off by one that is added later.
  const key = `leads.overdue:${context.workspaceId}:${runAt.toISOString()}`;
  addJob(context.tx, asKith(context), markOverdueLeads, {}, { key, runAt });
}

/** Has the grades of all leads brought in step with the scoring model. */
export function scheduleRegrading(context: Context): void {
  addJob(context.tx, asKith(context), regradeLeads, {}, { key: `leads.regrade:${context.workspaceId}` });
}
