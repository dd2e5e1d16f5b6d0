import type { Context } from '#platform/context';
import type { ObjectType } from '#platform/fields';
import { publicId } from '#platform/ids';
import { addJob } from '#platform/jobs';
import { moveReferences, updateRecords } from '#platform/records';
import { settleMerge } from './jobs/settle-merge.ts';
import { mergeEventsOf } from './mergeable.ts';
import { type Becoming, differing, outcomeOf, refuseUnwritable } from './outcome.ts';
import { insertMerge, insertStep, keepProgress, type Merge, mergeById } from './store/merges.ts';

/** Transactions that began before a merge may still refer to what went into the winner; none runs longer than this. */
const stragglersMs = 5000;

/** What is done later: the rest of a large merge at once, stragglers when they have ended. */
export function settleLater(context: Context, { id }: Pick<Merge, 'id'>, changeSetId: string, isDone: boolean): void {
  const later = isDone ? { runAt: new Date(context.now.getTime() + stragglersMs) } : {};
  addJob(context.tx, context, settleMerge, { mergeId: id, changeSetId }, { key: `merge:${id}`, ...later });
}

/** Tells that records became one, or are several again. */
export function announceMerge(
  context: Context,
  object: ObjectType,
  verb: 'merged' | 'unmerged',
  { id, winnerId, memberIds }: Pick<Merge, 'id' | 'winnerId'> & { memberIds: readonly string[] },
): void {
  const shown = (one: string) => publicId(object.prefix, one);
  context.emit({
    type: mergeEventsOf(object)[verb],
    object: object.name,
    recordIds: [winnerId, ...memberIds],
    data: { mergeId: publicId('mg', id), winnerId: shown(winnerId), mergedIds: memberIds.map(shown) },
  });
}

/**
 * Makes records one: the winner takes the values that survive, all that refers to the others refers to it, and their ids lead to it. Large
 * merges go on in a job. Errors: `not_found`, `not_allowed` when one is not the actor's to write, `conflict` when one was merged meanwhile.
 */
export async function mergeRecords(context: Context, object: ObjectType, becoming: Becoming): Promise<Merge> {
  const { winnerId, memberIds, choices } = becoming;
  await refuseUnwritable(context, object, [winnerId, ...memberIds], 'lock');
  const { winner, version, results } = await outcomeOf(context, object, becoming);
  const id = context.ports.ids.next();
  const { changeSetId } = context;
  const draft = { id, object: object.name, winnerId, winnerVersion: version, changeSetId, choices, memberIds };
  insertMerge(context.tx, draft, context.now, context.actor.id);
  insertStep(context.tx, changeSetId, id, []);
  // They go first: what only one record may have is free for the winner then.
  const deletedAt = context.now.toISOString();
  await updateRecords(
    context,
    object,
    memberIds.map((memberId) => ({ id: memberId, set: { deletedAt } })),
  );
  await updateRecords(context, object, [{ id: winnerId, set: differing(winner, results) }], { following: true });
  await gather(context, object, { id, winnerId, memberIds });
  announceMerge(context, object, 'merged', { id, winnerId, memberIds });
  return (await mergeById(context.tx, id)) as Merge;
}

/** Moves the first chunk of what refers to the members to the winner, and leaves the rest to a job. */
export async function gather(
  context: Context,
  object: ObjectType,
  { id, winnerId, memberIds }: Pick<Merge, 'id' | 'winnerId'> & { memberIds: readonly string[] },
): Promise<void> {
  const { records, next } = await moveReferences(context, object, memberIds, winnerId);
  keepProgress(context.tx, id, { status: next ? 'merging' : 'merged', cursor: next ?? null, moved: records });
  if (next) context.unfinished();
  settleLater(context, { id }, context.changeSetId, !next);
}
