const dayMs = 86_400_000;

interface StageWithLimit {
  /** As `sg_…`. */
  id: string;
  gone: boolean;
  rottingDays: number | null;
}

/** Stages that say how long a deal may stay in them, those with the same limit together, with the moment by which it must have come. */
function limits(stages: readonly StageWithLimit[], now: Date) {
  const limited = stages.filter((one) => !one.gone && one.rottingDays !== null);
  const byDays = Map.groupBy(limited, (one) => one.rottingDays ?? 0);
  return [...byDays].map(([days, those]) => ({
    ids: those.map((one) => one.id),
    since: new Date(now.getTime() - days * dayMs).toISOString(),
  }));
}

/**
 * The filter that deals meet which have been in their stage for as long as its `rottingDays`, or longer. It asks for stages and
 * moments alone: both are read from the index of the board.
 */
export function rottingFilter(stages: readonly StageWithLimit[], now: Date): unknown {
  const some = limits(stages, now).map(({ ids, since }) => ({
    and: [{ stageId: { in: ids } }, { stageSince: { lte: since } }],
  }));
  return some.length > 0 ? { or: some } : { stageId: { empty: true } };
}

/** The filter that all other deals meet. */
export function freshFilter(stages: readonly StageWithLimit[], now: Date): unknown {
  const all = limits(stages, now);
  const some = all.map(({ ids, since }) => ({ and: [{ stageId: { in: ids } }, { stageSince: { gt: since } }] }));
  const endless = all.flatMap(({ ids }) => ids).map((id) => ({ stageId: { ne: id } }));
  return some.length > 0 ? { or: [...some, { and: endless }] } : { stageId: { empty: false } };
}
