import type { Facts } from './criteria/signals.ts';

/** One activity, or several of one type that are counted as if all had happened at `atMs`. */
export type ScoredActivity = {
  /** As in the model: `email_opened`, `emailOpened` and `Email opened` are one type. */
  type: string;
  /** Milliseconds since 1970. */
  atMs: number;
  /** 1 unless told. */
  count?: number | undefined;
};

/** What is known of a contact or lead. An empty text or a number that makes no sense is the same as nothing. */
export type ScoredSubject = {
  employeeCount?: number | null | undefined;
  industry?: string | null | undefined;
  /** Whole units of the workspace's currency. */
  annualRevenue?: number | null | undefined;
  title?: string | null | undefined;
  department?: string | null | undefined;
  /** As the model writes countries: two letters in the shipped one. */
  country?: string | null | undefined;
  activities?: readonly ScoredActivity[] | null | undefined;
  /** How likely the open deal that has come furthest is to be won, 0 to 100. */
  dealProbability?: number | null | undefined;
  /** What else is known, for criteria. */
  facts?: Facts | null | undefined;
};

export type Component = 'firmographic' | 'behavioral' | 'intent';
export const components: readonly Component[] = ['firmographic', 'behavioral', 'intent'];
