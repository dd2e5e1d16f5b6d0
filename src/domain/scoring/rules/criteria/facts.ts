import { isFreeMailDomain } from '#domain/matching';
import type { ScoredSubject } from '../subject.ts';
import { defaultSeniority, seniorityFinder } from '../titles/seniority.ts';
import type { Facts } from './signals.ts';

const levelOf = seniorityFinder(defaultSeniority);

type Plain = Pick<ScoredSubject, 'title' | 'department' | 'country' | 'industry' | 'employeeCount' | 'annualRevenue'>;

/** The facts with the plain ones among them, and with those that follow from others. */
export function completed(facts: Facts, plain: Plain): Facts {
  const { title, department, country, industry, employeeCount, annualRevenue } = plain;
  const { emailDomain } = facts;
  return {
    ...facts,
    title,
    department,
    country,
    seniority: title ? levelOf(title)?.level : undefined,
    'account.industry': industry,
    'account.employeeCount': employeeCount,
    'account.annualRevenue': annualRevenue,
    'account.revenuePerEmployee':
      typeof annualRevenue === 'number' && typeof employeeCount === 'number' && employeeCount > 0
        ? annualRevenue / employeeCount
        : undefined,
    'account.technologies': facts['account.custom.technologies'],
    hasBusinessEmail: typeof emailDomain === 'string' && emailDomain !== '' && !isFreeMailDomain(emailDomain),
  };
}
