import { systemActor } from '#platform/actor';
import type { Context, Origin } from '#platform/context';
import { addJob } from '#platform/jobs';
import { tellDueTasks } from './jobs/tell-due-tasks.ts';

const minuteMs = 60_000;

/** Kith itself tells: whoever writes a task may not tell of others. */
function asKith(context: Context): Origin {
  const { workspaceId, requestId, surface, now, changeSetId, cause, ports } = context;
  return { actor: systemActor(workspaceId), workspaceId, requestId, surface, now, changeSetId, cause, ports };
}

/** Has what is due told at the first full minute from `at` on. Every run sees to the next one, so only the earliest of many need be given. */
export function scheduleTelling(context: Context, at: Date): void {
  const runAt = new Date(Math.ceil(at.getTime() / minuteMs) * minuteMs);
  // One key a minute: a run that stands already cannot be put off by one that is added later.
  const key = `tasks.tell:${context.workspaceId}:${runAt.toISOString()}`;
  addJob(context.tx, asKith(context), tellDueTasks, {}, { key, runAt });
}
