import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { beyondReach } from '#platform/database';
import { Problem } from '#platform/errors';
import { type ObjectType, objectNamed } from '#platform/fields';
import { publicId } from '#platform/ids';
import { missing } from '#platform/operations';
import { currentValues, updateRecords, writableOf } from '#platform/records';
import { refuseWithout } from './answers.ts';
import { type Answers, type Decided, refuseUndecided } from './decisions.ts';
import { announceMerge, gather, settleLater } from './merge-records.ts';
import { moveBack } from './move-back.ts';
import { recompute } from './recompute.ts';
import {
  beginUnmerge,
  forgetDecisions,
  insertStep,
  keepProgress,
  leadMembers,
  type Merge,
  mergeAgain,
  mergeById,
  releaseMembers,
} from './store/merges.ts';
import { giveLetters } from './whose.ts';
import { whoseIsWhat } from './whose-is-what.ts';

/**
 * Makes several records again of what a merge made one, at any later time: as if it had not been. What was edited since stays with the
 * winner, and so does what was logged since unless its address is a member's. Errors: `not_found`, `not_allowed`, `conflict` when it was
 * taken back already, `decision_needed` with questions where it cannot be told to whom something belongs.
 */
export async function unmergeRecords(context: Context, mergeId: string, answers: Answers): Promise<Merge> {
  const merge = await lockedMerge(context, mergeId);
  const object = objectNamed(merge.object);
  await lockRecords(context, object, merge);
  return beyondReach(() => unmerge(context, object, merge, answers));
}

async function lockedMerge(context: Context, mergeId: string): Promise<Merge> {
  const merge = await mergeById(context.tx, mergeId, 'lock');
  if (!merge)
    throw new Problem('not_found', { detail: `There is no merge ${publicId('mg', mergeId)} in this workspace.` });
  if (merge.status === 'unmerging' || merge.status === 'unmerged')
    throw new Problem('conflict', { detail: `The merge ${publicId('mg', mergeId)} was taken back already.` });
  return merge;
}

/** Whoever makes records several again writes all of them. */
async function lockRecords(context: Context, object: ObjectType, { winnerId, memberIds }: Merge): Promise<void> {
  refuseWithout(context, object, 'write');
  const ids = [winnerId, ...memberIds];
  const writable = await writableOf(context, object, ids);
  const current = await currentValues(context, object, ids, 'lock');
  const foreign = ids.find((id) => !writable.has(id));
  if (foreign)
    throw new Problem('not_allowed', {
      detail: `The ${object.name} ${publicId(object.prefix, foreign)} of this merge is not yours, or is not there any more. Ask its owner or your manager.`,
    });
  const lacking = ids.find((id) => !current.has(id));
  if (lacking) throw missing(object, lacking);
}

async function unmerge(context: Context, object: ObjectType, merge: Merge, answers: Answers): Promise<Merge> {
  const { id, winnerId, memberIds } = merge;
  const { decided, letters, questions } = await whoseIsWhat(context, object, merge, answers);
  await refuseUndecided(context, object, questions);
  // From here on the merge is not among those that stand.
  releaseMembers(context.tx, id, memberIds);
  beginUnmerge(context.tx, id, context.changeSetId, context.now, context.actor.id);
  insertStep(context.tx, context.changeSetId, id, decidedFields(decided));
  const { records, next } = await moveBack(context, { ...merge, cursor: null });
  const status = next ? 'unmerging' : 'unmerged';
  keepProgress(context.tx, id, { status, cursor: next ?? null, moved: -records });
  await write(context, object, winnerId, decided.get(winnerId));
  await recompute(context, object, winnerId);
  await updateRecords(
    context,
    object,
    memberIds.map((memberId) => ({ id: memberId, set: { ...decided.get(memberId), deletedAt: null } })),
    { deletedToo: true, undoing: true },
  );
  await giveLetters(context, letters);
  if (next) {
    context.unfinished();
    settleLater(context, merge, context.changeSetId, false);
  }
  announceMerge(context, object, 'unmerged', merge);
  context.undoes(merge.changeSetId);
  return (await mergeById(context.tx, id)) as Merge;
}

async function write(context: Context, object: ObjectType, id: string, set: Values | undefined): Promise<void> {
  if (set && Object.keys(set).length > 0)
    await updateRecords(context, object, [{ id, set }], { deletedToo: true, undoing: true });
}

const decidedFields = (decided: Decided) => [...new Set([...decided.values()].flatMap((set) => Object.keys(set)))];

/** Takes back that a merge was taken back: it stands again where it stood, and what was edited since stays with the winner. */
export async function mergeOnceMore(context: Context, merge: Merge): Promise<Merge> {
  const object = objectNamed(merge.object);
  const { id, winnerId, memberIds, unmergeSetId } = merge;
  await lockRecords(context, object, merge);
  const current = await currentValues(context, object, memberIds);
  const gone = memberIds.find((one) => current.get(one)?.deletedAt);
  if (gone) throw missing(object, gone);
  return beyondReach(async () => {
    mergeAgain(context.tx, id, context.changeSetId);
    leadMembers(context.tx, merge);
    insertStep(context.tx, context.changeSetId, id, []);
    if (unmergeSetId) {
      forgetDecisions(context.tx, unmergeSetId);
      context.undoes(unmergeSetId);
    }
    const deletedAt = context.now.toISOString();
    await updateRecords(
      context,
      object,
      memberIds.map((memberId) => ({ id: memberId, set: { deletedAt } })),
    );
    await recompute(context, object, winnerId);
    await gather(context, object, merge);
    announceMerge(context, object, 'merged', merge);
    return (await mergeById(context.tx, id)) as Merge;
  });
}
