import type { ActivityItem, Actor, ChangeItem, CreatedItem, DeedItem, FieldChange, TimelineItem } from './types.ts';

interface ChangeSet {
  id: string;
  actor?: Actor | null;
  undoneBy?: string | null;
}

/** A line of a history: who did it stands in its change set. */
export interface HistoryEntry {
  id: string;
  at: string;
  changeSet?: ChangeSet | null;
  erased?: boolean;
  changes?: FieldChange[];
}

/** A line of a timeline. */
export type TimelineEntry =
  | ActivityItem
  | CreatedItem
  | DeedItem
  | ({ kind: 'change' } & Partial<ChangeItem> & Pick<ChangeItem, 'id' | 'at'>);

export function itemOfHistory({ id, at, changeSet, erased, changes }: HistoryEntry): ChangeItem {
  return {
    kind: 'change',
    id,
    at,
    actor: changeSet?.actor ?? null,
    changes: changes ?? [],
    changeSetId: changeSet?.id ?? '',
    undoneBy: changeSet?.undoneBy ?? null,
    erased: erased === true,
  };
}

export function itemOfTimeline(entry: TimelineEntry): TimelineItem {
  if (entry.kind !== 'change') return entry;
  return {
    kind: 'change',
    id: entry.id,
    at: entry.at,
    actor: entry.actor ?? null,
    changes: entry.changes ?? [],
    changeSetId: entry.changeSetId ?? '',
    undoneBy: entry.undoneBy ?? null,
    erased: entry.erased === true,
  };
}
