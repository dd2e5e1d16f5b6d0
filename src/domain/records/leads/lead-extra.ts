import type { Decision } from '#domain/routing';

/** What a writer of leads, or the routing of new ones, knows besides the fields. */
export interface LeadExtra {
  /** `no`: nobody is to get it by the rules. */
  route?: 'no';
  /** What the rules have decided. */
  decision?: Decision | undefined;
  /** The owner who gave it back. */
  rejectedBy?: string | undefined;
}

export function extraOf(one: { extra: unknown }): LeadExtra {
  return (one.extra as LeadExtra | undefined) ?? {};
}
