import type { ActivityItem, Actor, ChangeItem, TimelineItem } from './types.ts';

interface ChangeSet {
  id: string;
  actor?: Actor | null;
}

/** A line of a history or timeline as the server tells it: who did it stands in its change set, or beside it. */
export interface RawTimelineItem
  extends Partial<Omit<ActivityItem, 'kind'>>,
    Partial<Omit<ChangeItem, 'kind' | 'at' | 'actor' | 'id'>> {
  kind?: string;
  at: string;
  changeSet?: ChangeSet | null;
}

export function tidyChange(raw: RawTimelineItem): ChangeItem {
  return {
    kind: 'change',
    id: raw.id ?? raw.changeSetId ?? raw.at,
    at: raw.at,
    actor: raw.actor ?? raw.changeSet?.actor ?? null,
    changes: raw.changes ?? [],
    changeSetId: raw.changeSetId ?? raw.changeSet?.id ?? '',
  };
}

export function tidyItem(raw: RawTimelineItem): TimelineItem {
  if (raw.kind !== 'activity') return tidyChange(raw);
  return {
    ...raw,
    kind: 'activity',
    id: raw.id ?? raw.at,
    type: raw.type ?? 'note',
    subject: raw.subject ?? '',
    actor: raw.actor ?? null,
  };
}
