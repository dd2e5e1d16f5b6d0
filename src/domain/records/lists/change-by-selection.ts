import { z } from 'zod';
import { may } from '#platform/actor';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { anyIdSchema, idSchema, type ObjectType, recordRef } from '#platform/fields';
import { publicId } from '#platform/ids';
import { addJob } from '#platform/jobs';
import { listIds, selectionInput } from '#platform/records';
import { addMembers, removeMembers, staticList } from './change-members.ts';
import { changeMembersJob } from './jobs/change-members.ts';

const mostGiven = 5000;
const mostAtOnce = 2000;

/** Which records: by their ids, or by a search and a filter. */
export const memberSelection = z.strictObject({
  id: idSchema('list'),
  ids: z.array(anyIdSchema()).min(1).max(mostGiven).optional().meta({
    description: 'The records, 5,000 at most; or say which by q and filter.',
  }),
  ...selectionInput,
});

export type MemberSelection = z.output<typeof memberSelection>;

/** What `changeBySelection` answers; the counts come once it is done. */
export const changedAnswer = z.object({
  changeSetId: z.string(),
  status: z.enum(['done', 'running']),
  selected: z.number().int().optional(),
  changed: z.number().int().optional(),
});

/**
 * Puts records on a static list or takes them off, in one change set: those that are named and up to 2,000 that are searched for at once, more
 * behind the answer. Errors: `validation_failed`, `not_allowed`, `conflict` for a dynamic list.
 */
export async function changeBySelection(context: Context, verb: 'add' | 'remove', input: MemberSelection) {
  const { id: listId, q, filter } = input;
  const object = await staticList(context, listId);
  if (!may(context.actor, `${object.area}:read`))
    throw new Problem('not_allowed', {
      detail: `This list holds ${object.plural}, which needs ${object.area}:read.`,
    });
  const changeSetId = publicId('cs', context.changeSetId);
  if (!input.ids && filter === undefined && !q)
    throw new Problem('validation_failed', { detail: `Say which ${object.plural}: give ids, or a filter, or q.` });
  const ids = input.ids ? idsOf(object, input.ids) : await listIds(context, object, { q, filter }, mostAtOnce + 1);
  if (!input.ids && ids.length > mostAtOnce) {
    context.unfinished();
    addJob(context.tx, context, changeMembersJob, { listId, verb, q, filter, changeSetId: context.changeSetId });
    return { changeSetId, status: 'running' as const };
  }
  const changed =
    verb === 'add' ? await addMembers(context, object, listId, ids) : await removeMembers(context, listId, ids);
  return { changeSetId, status: 'done' as const, selected: ids.length, changed };
}

function idsOf(object: ObjectType, given: readonly string[]): string[] {
  const ids = given.map((text, index) => {
    const ref = recordRef(text);
    // Which of the workspace's own kinds a record is of shows when it is looked for.
    if (ref && (ref.object.name === object.name || (ref.object.template && object.objectId))) return ref.id;
    const message = `is no ${object.name}, and this list holds nothing else`;
    throw new Problem('validation_failed', {
      detail: `${text} ${message}.`,
      mistakes: [{ path: `ids.${index}`, message }],
    });
  });
  return [...new Set(ids)];
}
