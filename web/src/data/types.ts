import type { ObjectName } from './catalogue.ts';

export interface Named {
  id: string;
  name: string;
}

/** A contact or an account, as the API gives it. Which further fields it has, the catalogue says. */
export interface KithRecord {
  id: string;
  version: number;
  name: string;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string | null;
  customFields?: Record<string, unknown>;
  [field: string]: unknown;
}

export type Tier = 'COLD' | 'WARM' | 'HOT' | 'SALES_READY';
export type Component = 'firmographic' | 'behavioral' | 'intent';

export interface Reason {
  component: Component;
  points: number;
  text: string;
  evidence?: string | null;
  at?: string | null;
}

export interface Score {
  score: number;
  tier: Tier;
  grade: string;
  breakdown: Record<Component, number>;
  reasons: Reason[];
}

export interface Actor extends Named {
  type: string;
}

export interface FieldChange {
  field: string;
  label: string;
  before: unknown;
  after: unknown;
}

export interface ChangeItem {
  kind: 'change';
  id: string;
  at: string;
  actor: Actor | null;
  changes: FieldChange[];
  changeSetId: string;
}

export interface ActivityItem {
  kind: 'activity';
  id: string;
  at: string;
  actor: Actor | null;
  type: string;
  subject: string;
  description?: string | null;
  durationMinutes?: number | null;
  contactId?: string | null;
  contact?: Named | null;
}

export type TimelineItem = ChangeItem | ActivityItem;

export interface SavedView {
  id: string;
  name: string;
  object: ObjectName;
  filter: unknown;
  sort: string | null;
  columns: string[] | null;
  shared: boolean;
}

export interface Session {
  user: { id: string; name: string; email: string; role: string };
  workspace: Named;
  permissions: string[];
}
