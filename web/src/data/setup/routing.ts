import { queryOptions } from '@tanstack/react-query';
import { kith, type Page } from '../kith.ts';
import { settingList } from './setting-list.ts';

export interface Member {
  userId: string;
  weight: number;
  /** Open leads at most; none when it is not said. */
  capacity?: number;
}

/** What is done with the leads that meet a rule's conditions. */
export type Action =
  | { kind: 'owner'; userId: string }
  | { kind: 'team'; userIds: string[] }
  | { kind: 'roundRobin'; members: Member[] }
  | { kind: 'territory'; field: string };

export interface RoutingRule {
  id: string;
  name: string;
  description: string | null;
  position: number;
  active: boolean;
  conditions: Record<string, unknown> | null;
  action: Action;
}

export const routingRules = settingList<RoutingRule>('/routing-rules', 'position');

/** Puts the rules into this order: whoever is not where they belong is moved. */
export async function orderRules(rules: readonly RoutingRule[]): Promise<void> {
  try {
    for (const [at, rule] of rules.entries())
      if (rule.position !== at + 1) await routingRules.update(rule.id, { position: at + 1 });
  } finally {
    routingRules.refresh();
  }
}

export interface Territory {
  id: string;
  name: string;
  description: string | null;
  /** By field of a lead, the values that belong to it. */
  match: Record<string, string[]> | null;
  team: { members: Member[] } | null;
}

export const territories = settingList<Territory>('/territories', 'name');

export interface Assignment {
  id: string;
  at: string;
  recordId: string;
  ownerId: string | null;
  because: string;
}

/** Who got which leads lately, and why. */
export const routingLogOptions = queryOptions({
  queryKey: ['settings', '/routing-log'],
  queryFn: ({ signal }) =>
    kith.call<Page<Assignment>>({ method: 'GET', path: '/routing-log' }, { limit: 20 }, { signal }),
  select: (answer: Page<Assignment>) => answer.data,
});

export interface Decision {
  ownerId: string | null;
  ruleId: string | null;
  because: string;
}

/** Who would get a lead with these values; nobody gets anything. */
export const tryRouting = (values: Record<string, unknown>): Promise<Decision> =>
  kith.call<Decision>({ method: 'POST', path: '/routing-rules/try' }, { values });
