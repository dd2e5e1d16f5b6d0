import { activity } from '#domain/records/activities';
import { communication } from '#domain/records/communications';
import { task } from '#domain/records/tasks';
import type { Source } from './store/deeds.ts';

/** What a timeline is merged from, beside the changes of its record. A call that has its activity is told by that. */
export const sources: readonly Source[] = [
  { kind: 'activity', object: activity, at: 'occurred_at', actor: 'owner_id' },
  {
    kind: 'communication',
    object: communication,
    at: 'sent_at',
    actor: 'owner_id',
    unless: { type: 'call', has: 'activity_id' },
  },
  { kind: 'task', object: task, at: 'created_at', actor: 'created_by' },
];
