import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { defineKind, findObject } from '#platform/records';
import { view } from './fields.ts';

/** A view belongs to who made it; only they, or an administrator, may change it. */
defineKind({
  object: view,
  async prepare(context, drafts) {
    for (const draft of drafts) {
      if (draft.set.object !== undefined) await refuseUnknown(context, String(draft.set.object));
      if (!draft.before) draft.set.ownerId = context.actor.id;
      else if (draft.before.ownerId !== context.actor.id && !context.actor.permissions.has('*')) {
        throw new Problem('not_allowed', {
          detail: 'This view belongs to somebody else. Save it under a name of your own.',
        });
      }
    }
  },
});

async function refuseUnknown(context: Context, name: string): Promise<void> {
  const object = await findObject(context, name);
  if (object && !object.template) return;
  const message = 'is not the name of a kind of record here, as contact';
  throw new Problem('validation_failed', { detail: `object: ${message}.`, mistakes: [{ path: 'object', message }] });
}
