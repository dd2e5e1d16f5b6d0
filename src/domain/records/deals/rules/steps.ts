/** A step of a deal from one stage to another, or to its first. */
export interface Step {
  dealId: string;
  fromStageId: string | null;
  toStageId: string;
  fromStage: string | null;
  toStage: string;
  /** ISO. */
  changedAt: string;
  /** How long the deal was in the stage before; null for its first step. */
  hours: number | null;
}

interface Written {
  id: string;
  before: Record<string, unknown> | undefined;
  after: Record<string, unknown>;
  changed: ReadonlySet<string>;
}

const hourMs = 3_600_000;

/** The hours between two moments, never below zero, to four digits. */
export function hoursBetween(from: string, to: string): number {
  const ms = Math.max(0, Date.parse(to) - Date.parse(from));
  return Math.round((ms / hourMs) * 10_000) / 10_000;
}

/** The steps that deals have taken in one write. */
export function stepsOf(written: readonly Written[]): Step[] {
  return written
    .filter((one) => one.changed.has('stageId'))
    .map(({ id, before, after }) => {
      const changedAt = String(after.stageSince);
      return {
        dealId: id,
        fromStageId: (before?.stageId as string | undefined) ?? null,
        toStageId: String(after.stageId),
        fromStage: (before?.stage as string | undefined) ?? null,
        toStage: String(after.stage),
        changedAt,
        hours: before ? hoursBetween(String(before.stageSince), changedAt) : null,
      };
    });
}

/** Who moved a deal, in the words of its history. */
export function triggeredBy(actorType: string): 'user' | 'agent' | 'automation' {
  return actorType === 'user' || actorType === 'agent' ? actorType : 'automation';
}
