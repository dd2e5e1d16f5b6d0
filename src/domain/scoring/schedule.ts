import { systemActor } from '#platform/actor';
import type { Context, Origin } from '#platform/context';
import { addJob } from '#platform/jobs';
import { fadeScores } from './jobs/fade-scores.ts';
import { rescoreAll } from './jobs/rescore-all.ts';

const hourMs = 3_600_000;
/** By workspace, the hour for which a job stands already: saves a statement for nearly every batch. */
const scheduled = new Map<string, number>();
const mostRemembered = 10_000;

/** Kith itself does it: whoever set it off may not be allowed to score all contacts. */
function asKith(context: Context): Origin {
  const { workspaceId, requestId, surface, now, changeSetId, cause, ports } = context;
  return { actor: systemActor(workspaceId), workspaceId, requestId, surface, now, changeSetId, cause, ports };
}

/** Has the scores that have faded computed anew at the first full hour after `at`. */
export function scheduleFading(context: Context, at: Date): void {
  const hour = Math.floor(Math.max(at.getTime(), context.now.getTime()) / hourMs) + 1;
  if (scheduled.get(context.workspaceId) === hour) return;
  const runAt = new Date(hour * hourMs);
  // One key an hour: a job that is due cannot be put off by one that is added later.
  const key = `scoring.fade:${context.workspaceId}:${runAt.toISOString()}`;
  addJob(context.tx, asKith(context), fadeScores, {}, { key, runAt });
  context.tx.afterCommit(() => {
    if (scheduled.size >= mostRemembered) scheduled.clear();
    scheduled.set(context.workspaceId, hour);
  });
}

/** Has all contacts scored anew, or those of some accounts, in chunks. */
export function scheduleRescore(context: Context, accountIds?: readonly string[]): void {
  const { workspaceId, changeSetId } = context;
  const input = { changeSetId, ...(accountIds ? { accountIds: [...accountIds] } : {}) };
  const key = accountIds ? `scoring.rescore:${changeSetId}` : `scoring.rescore:${workspaceId}`;
  addJob(context.tx, asKith(context), rescoreAll, input, { key, queue: `scoring:${workspaceId}` });
}
