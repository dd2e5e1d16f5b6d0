import { type Change, changeSet, changesOfSet, type Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import { Problem } from '#platform/errors';
import { objectNamed } from '#platform/fields';
import { publicId } from '#platform/ids';
import { presentValue } from './read.ts';
import { sameValue, valuesOf } from './values.ts';
import { type RecordUpdate, updateRecords } from './write.ts';

/** A value that undo left alone. */
export interface KeptValue {
  object: string;
  recordId: string;
  field: string;
  reason: string;
}

export interface UndoResult {
  /** Records that were put back. */
  undone: number;
  /** Values left as they are, since they have been changed again meanwhile. */
  kept: KeptValue[];
}

const mostAtOnce = 5000;

/**
 * Takes back what a change set did, as a change set of its own (so undo can be undone): updates get their values from before where nobody
 * has changed them since, created records are deleted, deleted ones restored. Errors: `not_found`, `conflict` when it was taken back already.
 */
export async function undoChangeSet(context: Context, id: string): Promise<UndoResult> {
  const set = await changeSet(context.tx, id);
  if (!set)
    throw new Problem('not_found', { detail: `There is no change set ${publicId('cs', id)} in this workspace.` });
  if (set.undoneBy) {
    throw new Problem('conflict', {
      detail: `This was taken back already, by the change set ${publicId('cs', set.undoneBy)}. Undo that one to bring it back.`,
    });
  }
  const changes = await changesOfSet(context, context.tx, id, mostAtOnce + 1);
  const created = await createdBy(context, id);
  if (changes.length + created.length > mostAtOnce) {
    throw new Problem('too_large', {
      detail: `Undo takes back up to ${mostAtOnce} records in one call; this change has more. Use the undo of the import or bulk operation itself.`,
    });
  }
  context.undoes(id);
  const result: UndoResult = { undone: 0, kept: [] };
  await takeBack(context, changes, created, result);
  return result;
}

/** Takes back some changes and creations; what has been changed since is left and told. */
export async function takeBack(
  context: Context,
  changes: readonly Change[],
  created: readonly { object: string; id: string }[],
  result: UndoResult,
): Promise<void> {
  const byObject = new Map<string, RecordUpdate[]>();
  const add = (object: string, update: RecordUpdate) => byObject.set(object, [...(byObject.get(object) ?? []), update]);
  for (const [object, ofObject] of Map.groupBy(changes, (change) => change.object)) {
    for (const update of await undoneValues(context, object, ofObject, result)) add(object, update);
  }
  for (const { object, id } of created) add(object, { id, set: { deletedAt: context.now.toISOString() } });
  for (const [object, updates] of byObject) {
    const written = await updateRecords(context, objectNamed(object), updates, { deletedToo: true, skipMissing: true });
    result.undone += written.length;
  }
}

/** What each record of the changes is to become. Several changes to one record are taken back newest first. */
async function undoneValues(
  context: Context,
  objectName: string,
  changes: Change[],
  result: UndoResult,
): Promise<RecordUpdate[]> {
  const object = objectNamed(objectName);
  const ids = [...new Set(changes.map((change) => change.recordId))];
  const rows = await context.tx.rows<{
    row: Record<string, unknown>;
  }>(sql`select to_json(t) as row from ${sql.table(object.table)} t
    where t.workspace_id = kith.workspace_id() and t.id = any(${ids}::uuid[]) order by t.id for update`);
  const current = new Map(rows.map(({ row }) => [row.id as string, valuesOf(object, row)]));
  const sets = new Map<string, Values>();
  for (const change of [...changes].reverse()) {
    const values = current.get(change.recordId);
    if (!values) continue;
    const set = sets.get(change.recordId) ?? {};
    sets.set(change.recordId, set);
    for (const [name, before] of Object.entries(change.before)) {
      const now = name in set ? set[name] : values[name];
      if (sameValue(now ?? null, change.after[name] ?? null)) set[name] = before;
      else {
        const field = object.fields.get(name);
        result.kept.push({
          object: objectName,
          recordId: publicId(object.prefix, change.recordId),
          field: name,
          reason: `It has been changed again since: it is now ${JSON.stringify(field ? presentValue(field, now) : now)}.`,
        });
      }
    }
  }
  return [...sets].filter(([, set]) => Object.keys(set).length > 0).map(([id, set]) => ({ id, set }));
}

/** The records that a change set created, read from its events. */
export async function createdBy(context: Context, changeSetId: string): Promise<{ object: string; id: string }[]> {
  return context.sql.rows<{ object: string; id: string }>(sql`select e.object, unnest(e.record_ids) as id from events e
    where e.workspace_id = kith.workspace_id() and e.change_set_id = ${changeSetId} and e.type like '%.created' and e.object is not null`);
}
