import { settingList } from './setting-list.ts';

export type Priority = 'low' | 'normal' | 'high' | 'urgent';

/** The task that a rule makes. */
export interface MadeTask {
  /** `{name}` stands for the name of the record. */
  subject: string;
  description?: string;
  priority?: Priority;
  dueInDays?: number;
  dueInHours?: number;
  /** The owner of the record gets it, or this user; else whoever of the queue takes it. */
  assignTo?: 'owner';
  assigneeId?: string;
  queue?: string;
  repeat?: string;
}

export interface TaskRule {
  id: string;
  name: string;
  /** The type of the event, as crm.deal.won. */
  event: string;
  filter: Record<string, unknown> | null;
  data: Record<string, unknown> | null;
  task: MadeTask;
  enabled: boolean;
}

export const taskRules = settingList<TaskRule>('/activities/automate', 'name');
