import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { provideUndo } from '#platform/records';
import { type Merge, mergeById, mergeOfSet } from './store/merges.ts';
import { mergeOnceMore, unmergeRecords } from './unmerge-records.ts';

/** A merge, or taking it back, is taken back as a whole: `changes.undo` does what `merges.undo` does. */
provideUndo(async (context, set) => {
  const step = await mergeOfSet(context.tx, set.id);
  const merge = step && (await mergeById(context.tx, step.id, 'lock'));
  if (!merge) return undefined;
  const done = await takenBack(merge);
  return { undone: 1 + done.memberIds.length, kept: [] };

  function takenBack({ id, status, unmergeSetId }: Merge): Promise<Merge> {
    if (status !== 'unmerged' && status !== 'unmerging') return unmergeRecords(context, id, new Map());
    if (unmergeSetId === set.id && status === 'unmerged') return mergeOnceMore(context, merge as Merge);
    throw new Problem('conflict', { detail: `The merge ${publicId('mg', id)} was taken back already.` });
  }
});
