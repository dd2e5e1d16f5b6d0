import type { Stage } from '../data/pipelines.ts';

const dayMs = 86_400_000;

/** How many whole days a deal has been in its stage, and whether that is longer than it should be. */
export function timeInStage(since: unknown, stage: Pick<Stage, 'rottingDays'> | undefined, now = Date.now()) {
  const days = typeof since === 'string' ? Math.max(0, Math.floor((now - new Date(since).getTime()) / dayMs)) : 0;
  const most = stage?.rottingDays ?? null;
  return { days, rotting: most !== null && days >= most };
}
