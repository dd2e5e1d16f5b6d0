/** A stage that a deal was in, and since when. */
export interface PastStage {
  stageId: string;
  stage: string;
  at: Date;
}

/** What a bulk writer of deals tells of each. */
export interface DealExtra {
  /** It comes from a file: what it was is not news. */
  imported?: boolean;
  /** The name of a new deal whose values have none. */
  called?: string;
  /** The stage is not asked what it needs. */
  unasked?: boolean;
  /** The deal goes to another pipeline. */
  moving?: boolean;
  /** The stages that a new deal has been in before the one that it is in, oldest first. */
  past?: readonly PastStage[];
}

export function extraOf(extra: unknown): DealExtra {
  return (extra as DealExtra | undefined) ?? {};
}
