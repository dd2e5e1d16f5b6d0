import type { Context } from '#platform/context';
import type { ObjectType } from '#platform/fields';
import { updateRecords } from '#platform/records';
import { differing } from './outcome.ts';
import { foldedValues, type Result, type Storied } from './rules/fold.ts';
import { standingMerges } from './store/merges.ts';
import { wayOf } from './store/records.ts';
import { mergedFields, resolverFor, standingOf, storiedRecords } from './storied.ts';

/** What a record holds by the merges that stand: by all, by those until one, or by all but one. */
export async function foldedRecord(
  context: Context,
  object: ObjectType,
  id: string,
  options: { until?: string; leaving?: string; before?: (winner: Storied) => Storied } = {},
): Promise<{ winner: Storied; results: ReadonlyMap<string, Result> } | undefined> {
  const all = await standingMerges(context.sql, id);
  const standing = all.filter(({ id: one }) => one !== options.leaving && (!options.until || one <= options.until));
  const memberIds = standing.flatMap((merge) => merge.memberIds);
  const storied = await storiedRecords(context, object, [id, ...memberIds]);
  const stored = storied.get(id);
  if (!stored) return undefined;
  const winner = options.before?.(stored) ?? stored;
  const fields = await mergedFields(context, object);
  const resolve = await resolverFor(context, object, fields, [...storied.values()], { winnerId: id, memberIds });
  return { winner, results: foldedValues(fields, winner, standingOf(standing, storied), resolve) };
}

/** Gives a record, and all into which it was merged, the values that the merges that stand make of them. */
export async function recompute(context: Context, object: ObjectType, id: string): Promise<void> {
  for (const one of await wayOf(context.sql, id)) {
    const folded = await foldedRecord(context, object, one);
    if (!folded) return;
    const set = differing(folded.winner, folded.results);
    await updateRecords(context, object, [{ id: one, set }], { deletedToo: true, undoing: true });
  }
}
