import { type Change, changesOfSet } from '#platform/changes';
import type { Context } from '#platform/context';
import { beyondReach } from '#platform/database';
import { type Field, type ObjectType, objectNamed } from '#platform/fields';
import { publicId } from '#platform/ids';
import {
  currentValues,
  customFieldsOf,
  findObject,
  type RecordUpdate,
  sameValue,
  updateRecords,
} from '#platform/records';
import { listed } from './rules/own-values.ts';
import type { Merge } from './store/merges.ts';
import { editedSince, wayOf } from './store/records.ts';

const mostAtOnce = 1000;

interface Back {
  records: number;
  next: { before: string } | undefined;
}

/** Makes what a merge has moved refer to the members again, newest changes first; what somebody has pointed elsewhere since stays there. */
export function moveBack(context: Context, merge: Merge): Promise<Back> {
  return beyondReach(async () => {
    const before = merge.cursor && 'before' in merge.cursor ? merge.cursor.before : undefined;
    const changes = await changesOfSet(context, context.tx, merge.changeSetId, mostAtOnce, before);
    const cluster = new Set([merge.winnerId, ...merge.memberIds]);
    const prefix = objectNamed(merge.object).prefix;
    const way = await wayOf(context.sql, merge.winnerId);
    const there = new Set([...way, ...way.map((id) => publicId(prefix, id))]);
    let records = 0;
    const moved = changes.filter((change) => !cluster.has(change.recordId));
    for (const [name, ofObject] of Map.groupBy(moved, (change) => change.object)) {
      const object = await findObject(context, name);
      if (object) records += await back(context, object, ofObject.reverse(), there, merge.mergedAt);
    }
    const [oldest] = changes;
    return { records, next: changes.length >= mostAtOnce && oldest ? { before: oldest.id } : undefined };
  });
}

async function back(
  context: Context,
  object: ObjectType,
  changes: readonly Change[],
  there: ReadonlySet<string>,
  since: Date,
): Promise<number> {
  const ids = [...new Set(changes.map((change) => change.recordId))];
  const current = await currentValues(context, object, ids, 'lock');
  const edited = await editedSince(context.sql, ids, since);
  const custom = await beyondReach(() => customFieldsOf(context, object));
  const updates = new Map<string, RecordUpdate>();
  for (const { recordId, before, after } of changes) {
    const values = current.get(recordId);
    if (!values) continue;
    const update = updates.get(recordId) ?? { id: recordId, set: {} };
    for (const name of Object.keys(before)) {
      if (edited.has(`${recordId} ${name}`)) continue;
      const field = object.fields.get(name) ?? custom.get(name);
      const now = name in update.set ? update.set[name] : values[name];
      const value = field && withoutMove(field, { before: before[name], after: after[name], now }, there);
      if (value !== undefined) update.set[name] = value;
    }
    if (Object.keys(update.set).length > 0) updates.set(recordId, update);
  }
  const options = { moving: true, deletedToo: true, skipMissing: true };
  return (await updateRecords(context, object, [...updates.values()], options)).length;
}

/** A value without what a merge did to it; undefined when it has become another since. A reference may have gone on by a later merge. */
function withoutMove(
  { type }: Field,
  { before, after, now }: Record<'before' | 'after' | 'now', unknown>,
  there: ReadonlySet<string>,
): unknown {
  if (sameValue(now ?? null, after ?? null)) return before;
  if (type === 'reference' || type === 'record') return there.has(String(now)) ? before : undefined;
  if (type !== 'references') return undefined;
  const given = listed(before).filter((one) => !listed(after).includes(one));
  const kept = listed(now).filter((one) => listed(before).includes(one) || !there.has(String(one)));
  return kept.length < listed(now).length ? [...new Set([...kept, ...given])] : undefined;
}
