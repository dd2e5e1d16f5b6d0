import { defineKind, onReadableKinds } from '#platform/records';
import { follow } from './fields.ts';

/** What is special about follows: they are seen by whoever may read what is followed, and everybody follows a record once. */
defineKind({
  object: follow,
  visible: (context) => onReadableKinds(context, ['record_type']),
  onlyOnce: ({ recordId, userId }) => `${recordId} ${userId}`,
  takeOver: (kept, other) => (other.following && !kept.following && !other.deletedAt ? { following: true } : {}),
});
