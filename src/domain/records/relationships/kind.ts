import { defineKind, onReadableKinds } from '#platform/records';
import { relationship } from './fields.ts';
import { completeRelationship } from './rules/complete-relationship.ts';

/** What is special about relationships: two ends that differ, and a label where the type says nothing. */
defineKind({
  object: relationship,
  async prepare(_context, drafts) {
    for (const { set, before } of drafts) completeRelationship(set, before);
  },
  mayMove: ({ fromId, toId }) => fromId !== toId,
  onlyOnce: ({ deletedAt, fromId, toId, type, label }) =>
    deletedAt ? undefined : [fromId, toId, type, label].join(' '),
  visible: (context) => onReadableKinds(context, ['from_type', 'to_type']),
});
