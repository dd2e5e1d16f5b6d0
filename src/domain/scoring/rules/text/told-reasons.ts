import type { ScoreReason } from '../reasons.ts';

/** Fields of the contact (`title`) or of its account (`account.industry`) that somebody may read. */
export type MayRead = (name: string) => boolean;

/** What signals that are no fields themselves are made of. */
const madeOf: Readonly<Record<string, readonly string[]>> = {
  seniority: ['title'],
  emailDomain: ['email'],
  hasBusinessEmail: ['email'],
  hasPhone: ['phone'],
  hasLinkedin: ['linkedinUrl'],
  hasConsent: ['gdprConsent'],
  hasAccount: ['accountId'],
  'account.revenuePerEmployee': ['account.annualRevenue', 'account.employeeCount'],
  'account.hasWebsite': ['account.website'],
  'account.hasPhone': ['account.phone'],
  'account.isSubsidiary': ['account.parentAccountId'],
  'account.country': ['account.billingCountry'],
  'account.state': ['account.billingState'],
  'account.city': ['account.billingCity'],
};

/** Facts of the built-in factors that may come from the contact or from its account. */
const ofEither = (field: string) => [field, `account.${field}`];

/** What a reason was found in; undefined for what people did, which is no field. `all` stands for criteria that are told by their names only. */
function sourcesOf({ evidence, component }: ScoreReason): readonly string[] | 'all' | undefined {
  if ('field' in evidence) return ofEither(evidence.field);
  if (!('facts' in evidence)) return undefined;
  if ('met' in evidence.facts) return 'all';
  if (component === 'intent' && 'probability' in evidence.facts) return ['deal.probability'];
  return Object.keys(evidence.facts).flatMap((name) => madeOf[name] ?? [name]);
}

/**
 * The reasons of a score as somebody is told them: those that come from a field that they may not read say how many points it was, and nothing of
 * where they come from.
 */
export function toldReasons(reasons: readonly ScoreReason[], mayRead: MayRead, readsAll: boolean): ScoreReason[] {
  return reasons.map((reason) => {
    const sources = sourcesOf(reason);
    if (sources === undefined || (sources === 'all' ? readsAll : sources.every(mayRead))) return reason;
    const { component, points } = reason;
    const signed = `${points > 0 ? '+' : '−'}${Math.abs(points)}`;
    return {
      component,
      factor: 'withheld',
      points,
      text: `Something that is not shown to you: ${signed}`,
      evidence: { facts: {} },
    };
  });
}
