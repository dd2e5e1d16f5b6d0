import { type Change, changesOfSet } from '#platform/changes';
import type { Context } from '#platform/context';
import type { ObjectType } from '#platform/fields';
import { publicId } from '#platform/ids';
import { namesOf } from '../names.ts';
import { presentValue } from '../read.ts';
import { customFieldsOf } from '../sight/seen.ts';
import { currentValues } from '../stored.ts';
import { readableObject, seenRecords } from './seen.ts';
import { createdBy, type KeptValue, type UndoResult, undoneValues } from './undo.ts';

/** What taking a change set back would do to one record. */
export interface UndoneRecord {
  object: string;
  id: string;
  name: string;
  effect: 'deleted' | 'restored' | 'changed';
  changes: { field: string; label: string; now: unknown; undone: unknown }[];
}

export interface UndoPreview {
  records: UndoneRecord[];
  /** Values that would be left, since they have been changed again. */
  kept: KeptValue[];
  /** Records of kinds that the actor may not read, or of kinds that are gone: they are not shown. */
  hidden: number;
  /** There are more records than were looked at. */
  more: boolean;
}

/**
 * What `undoChangeSet` would do to the first `most` changes and creations of a change set, without doing it. Records that the actor does not
 * see are left out: the policies of the database keep their changes away, and those that were made are looked for among the seen ones.
 */
export async function previewUndo(context: Context, changeSetId: string, most: number): Promise<UndoPreview> {
  const [changes, created] = await Promise.all([
    changesOfSet(context, context.sql, changeSetId, most + 1),
    createdBy(context, changeSetId, most + 1),
  ]);
  const preview: UndoPreview = {
    records: [],
    kept: [],
    hidden: 0,
    more: changes.length > most || created.length > most,
  };
  const made = new Set(created.map((one) => one.id));
  const left = changes.slice(0, most).filter((change) => !made.has(change.recordId));
  for (const [name, ofObject] of Map.groupBy(left, (change) => change.object)) {
    const object = await readableObject(context, name);
    if (object) await addChanged(context, object, ofObject, preview);
    else preview.hidden += new Set(ofObject.map((change) => change.recordId)).size;
  }
  for (const [name, ofObject] of Map.groupBy(created.slice(0, most), (one) => one.object)) {
    const object = await readableObject(context, name);
    const ids = ofObject.map(({ id }) => id);
    if (object) await addCreated(context, object, ids, preview);
    else preview.hidden += ids.length;
  }
  return preview;
}

async function addChanged(
  context: Context,
  object: ObjectType,
  changes: readonly Change[],
  preview: UndoPreview,
): Promise<void> {
  const seen = await seenRecords(context, object, [...new Set(changes.map((change) => change.recordId))]);
  const shown = changes.filter((change) => seen.has(change.recordId));
  const result: UndoResult = { undone: 0, kept: [] };
  const updates = await undoneValues(context, object, shown, result, 'look');
  const ids = updates.map(({ id }) => id);
  const [current, names, custom] = await Promise.all([
    currentValues(context, object, ids),
    namesOf(context, object, ids),
    customFieldsOf(context, object),
  ]);
  for (const { id, set } of updates) {
    const changed = Object.entries(set).filter(([field]) => field !== 'deletedAt');
    const effect = !('deletedAt' in set) ? 'changed' : set.deletedAt === null ? 'restored' : 'deleted';
    preview.records.push({
      object: object.name,
      id: publicId(object.prefix, id),
      name: names.get(id) ?? '',
      effect,
      changes: changed.map(([name, undone]) => {
        const field = object.fields.get(name) ?? custom.get(name);
        const present = (value: unknown) => (field ? presentValue(field, value) : (value ?? null));
        return {
          field: name,
          label: field?.label ?? name,
          now: present(current.get(id)?.[name]),
          undone: present(undone),
        };
      }),
    });
  }
  preview.kept.push(...result.kept);
}

/** Those that have been deleted since stay as they are. */
async function addCreated(
  context: Context,
  object: ObjectType,
  ids: readonly string[],
  preview: UndoPreview,
): Promise<void> {
  const seen = await seenRecords(context, object, ids);
  const shown = ids.filter((id) => seen.has(id));
  const [current, names] = await Promise.all([currentValues(context, object, shown), namesOf(context, object, shown)]);
  for (const id of shown) {
    if (current.get(id)?.deletedAt) continue;
    const record = { object: object.name, id: publicId(object.prefix, id), name: names.get(id) ?? '' };
    preview.records.push({ ...record, effect: 'deleted', changes: [] });
  }
}
