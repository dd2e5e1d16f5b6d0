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
  /** The stages that it was in before it came here, oldest first. */
  past?: readonly { stageId: string; stage: string; at: Date }[] | undefined;
}

const hourMs = 3_600_000;

/** The hours between two moments, never below zero, to four digits. */
export function hoursBetween(from: string, to: string): number {
  const ms = Math.max(0, Date.parse(to) - Date.parse(from));
  return Math.round((ms / hourMs) * 10_000) / 10_000;
}

/** The steps that deals have taken in one write; those that came with a past all that led them there. */
export function stepsOf(written: readonly Written[]): Step[] {
  return written
    .filter((one) => one.changed.has('stageId'))
    .flatMap(({ id, before, after, past = [] }) => {
      const stayed = before && {
        stageId: String(before.stageId),
        stage: String(before.stage),
        at: String(before.stageSince),
      };
      const went = [...past.map((one) => ({ ...one, at: one.at.toISOString() })), comeTo(after)];
      return went.map((to, index) => {
        const from = went[index - 1] ?? stayed;
        return {
          dealId: id,
          fromStageId: from?.stageId ?? null,
          toStageId: to.stageId,
          fromStage: from?.stage ?? null,
          toStage: to.stage,
          changedAt: to.at,
          hours: from ? hoursBetween(from.at, to.at) : null,
        };
      });
    });
}

function comeTo(after: Record<string, unknown>) {
  return { stageId: String(after.stageId), stage: String(after.stage), at: String(after.stageSince) };
}

/** Who moved a deal, in the words of its history. */
export function triggeredBy(actorType: string): 'user' | 'agent' | 'automation' {
  return actorType === 'user' || actorType === 'agent' ? actorType : 'automation';
}
