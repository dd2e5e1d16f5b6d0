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
}

export function extraOf(extra: unknown): DealExtra {
  return (extra as DealExtra | undefined) ?? {};
}
