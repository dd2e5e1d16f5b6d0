import { Problem } from '#platform/errors';
import { defineKind } from '#platform/records';
import { view } from './fields.ts';

/** A view belongs to who made it; only they, or an administrator, may change it. */
defineKind({
  object: view,
  async prepare(context, drafts) {
    for (const draft of drafts) {
      if (!draft.before) draft.set.ownerId = context.actor.id;
      else if (draft.before.ownerId !== context.actor.id && !context.actor.permissions.has('*')) {
        throw new Problem('not_allowed', {
          detail: 'This view belongs to somebody else. Save it under a name of your own.',
        });
      }
    }
  },
});
