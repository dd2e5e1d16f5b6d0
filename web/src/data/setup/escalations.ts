import { queryOptions } from '@tanstack/react-query';
import { kith, type Page } from '../kith.ts';
import { settingList } from './setting-list.ts';
import type { Priority } from './task-rules.ts';

/** Who is told: at least one of them. */
export interface Tell {
  owner: boolean;
  /** To whom the owner reports. */
  manager: boolean;
  userIds: string[];
  roles: string[];
}

/** The task that each of those who are told gets. */
export interface ToldTask {
  /** `{name}` stands for the name of the record. */
  subject: string;
  priority?: Priority;
  dueInDays?: number;
}

export interface EscalationRule {
  id: string;
  name: string;
  when: 'event' | 'rotting' | 'close_date_passed';
  /** The type of the event, as crm.deal.won. */
  event: string | null;
  days: number | null;
  filter: Record<string, unknown> | null;
  tell: Tell;
  task: ToldTask | null;
  enabled: boolean;
}

export const escalationRules = settingList<EscalationRule>('/escalation-rules', 'name');

interface Told {
  id: string;
  at: string;
  rule: string | null;
  recordId: string;
  userIds: string[];
  because: string;
}

/** Who was told of what lately, and why. */
export const toldOptions = queryOptions({
  queryKey: ['settings', '/escalations'],
  queryFn: ({ signal }) => kith.call<Page<Told>>({ method: 'GET', path: '/escalations' }, { limit: 20 }, { signal }),
  select: (answer: Page<Told>) => answer.data,
});

interface Trial {
  data: { recordId: string; userIds: string[]; because: string; told: boolean }[];
  more: boolean;
}

/** What a rule would tell now; nobody is told. */
export const tryEscalation = (id: string): Promise<Trial> =>
  kith.call<Trial>({ method: 'POST', path: '/escalation-rules/:id/try' }, { id });
