import type { ObjectName } from './catalogue.ts';

export interface Named {
  id: string;
  name: string;
}

/** A record of any kind, as the API gives it. Which further fields it has, the catalogue says. */
export interface KithRecord {
  id: string;
  version: number;
  name: string;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string | null;
  customFields?: Record<string, unknown>;
  /** The fields whose values are not for the reader. */
  masked?: string[];
  [field: string]: unknown;
}

export type Tier = 'COLD' | 'WARM' | 'HOT' | 'SALES_READY';
export type Component = 'firmographic' | 'behavioral' | 'intent';

export interface Reason {
  component: Component;
  factor?: string;
  points: number;
  text: string;
  /** When the latest of the activities happened that it stands on. */
  at?: string | null;
}

export interface Score {
  score: number;
  tier: Tier;
  grade: string;
  /** How full each component is, 0 to 100. */
  breakdown: Record<Component, number>;
  reasons: Reason[];
  /** What somebody has set it to by hand; the reasons are then those of the computed score. */
  override: { score: number; reason: string; byName: string; at: string; until: string | null } | null;
  computed: { score: number; tier: Tier; grade: string };
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
  /** The change set that took it back. */
  undoneBy: string | null;
  /** Its values are gone, since the person was erased. */
  erased: boolean;
}

export interface CreatedItem {
  kind: 'created';
  id: string;
  at: string;
  actor: Actor | null;
  source: string | null;
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

/** Something that was written or said, or is to be done. */
export interface DeedItem {
  kind: 'communication' | 'task';
  id: string;
  at: string;
  actor: Actor | null;
  subject: string | null;
  status: string;
  /** Of a communication. */
  type?: string;
  direction?: 'inbound' | 'outbound' | null;
  /** Of a task. */
  dueAt?: string | null;
  dueOn?: string | null;
}

export type TimelineItem = ChangeItem | ActivityItem | CreatedItem | DeedItem;

export interface SavedView {
  id: string;
  name: string;
  object: ObjectName;
  filter: Record<string, unknown> | null;
  sort: string | null;
  columns: string[] | null;
  shared: boolean;
}

export interface Session {
  user: { id: string; name: string; email: string; role: string; hasPassword?: boolean };
  workspace: Named;
  permissions: string[];
}
