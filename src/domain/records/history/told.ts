import { type ChangeSet, changeSet } from '#platform/changes';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { refuseUnseenSet } from '#platform/records';
import { whoseDeeds } from './rules/whose-deeds.ts';

/**
 * A change set that the actor may hear of: a deed of theirs or of their people, or one that wrote a record that they see.
 * Errors: `not_found`, `not_allowed`.
 */
export async function changeSetTold(context: Context, id: string): Promise<ChangeSet> {
  const set = await changeSet(context.sql, id);
  if (!set)
    throw new Problem('not_found', { detail: `There is no change set ${publicId('cs', id)} in this workspace.` });
  const among = whoseDeeds(context.sql.reach);
  if (among && !among.includes(set.actorId)) await refuseUnseenSet(context, id);
  return set;
}
