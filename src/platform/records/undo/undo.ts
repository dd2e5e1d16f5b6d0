import { may } from '#platform/actor';
import { type Change, type ChangeSet, changeSet, changesOfSet, type Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import { Problem } from '#platform/errors';
import { type ObjectType, objectCatalogue, recordUuid } from '#platform/fields';
import { publicId } from '#platform/ids';
import { kindOf } from '../kind.ts';
import { presentValue, refuseUnseen } from '../read.ts';
import { isRead, seenBy } from '../sight/seen.ts';
import { currentValues } from '../stored.ts';
import { type RecordUpdate, updateRecords } from '../update.ts';
import { sameValue } from '../values.ts';
import { objectFor } from '../workspace-object.ts';
import { readableObject, seenRecords } from './seen.ts';

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

/** Takes back a change set of a kind of its own; undefined when it is not of that kind. */
export type OwnUndo = (context: Context, set: ChangeSet) => Promise<UndoResult | undefined>;

const ownUndos: OwnUndo[] = [];

/** A module that writes what cannot be taken back value by value says how it is taken back. */
export function provideUndo(undo: OwnUndo): void {
  ownUndos.push(undo);
}

async function takeBackAsOwn(context: Context, set: ChangeSet): Promise<UndoResult | undefined> {
  for (const undo of ownUndos) {
    const result = await undo(context, set);
    if (result) return result;
  }
  return undefined;
}

const mostAtOnce = 2000;
const mostKeptTold = 200;

/** The change set, if it can be taken back. Errors: `not_found`, `conflict` when it was taken back already. */
async function undoable(context: Context, id: string): Promise<ChangeSet> {
  const set = await changeSet(context.tx, id, 'lock');
  if (!set)
    throw new Problem('not_found', { detail: `There is no change set ${publicId('cs', id)} in this workspace.` });
  if (set.undoneBy && set.undoneBy !== context.changeSetId) {
    throw new Problem('conflict', {
      detail: `This was taken back already, by the change set ${publicId('cs', set.undoneBy)}. Undo that one to bring it back.`,
    });
  }
  return set;
}

/**
 * Takes back what a change set did, as a change set of its own (so undo can be undone): updates get their values from before where nobody
 * has changed them since, created records are deleted, deleted ones restored. A change set of more than 2,000 records is only marked, and
 * answered with `bulk`: `undoNextChunk` takes it back. Errors: `not_found`, `conflict` when it was taken back already.
 */
export async function undoChangeSet(context: Context, id: string): Promise<UndoResult | 'bulk'> {
  const set = await undoable(context, id);
  await refuseUnseenSet(context, id);
  const ownResult = await takeBackAsOwn(context, set);
  if (ownResult) return ownResult;
  context.undoes(id);
  if (set.records > mostAtOnce) {
    context.unfinished();
    return 'bulk';
  }
  const changes = await changesOfSet(context, context.tx, id, mostAtOnce * 10);
  const created = await createdBy(context, id, mostAtOnce * 10);
  const result: UndoResult = { undone: 0, kept: [] };
  await takeBack(context, changes, created, result, set.actorId === context.actor.id);
  return result;
}

/** Whoever sees nothing of what was changed takes nothing back, and does not mark it as taken back either. Errors: `not_allowed`. */
export async function refuseUnseenSet(context: Context, id: string): Promise<void> {
  if (!context.sql.reach) return;
  const seen = await context.sql.first(sql`select 1 as there from changes
      where workspace_id = kith.workspace_id() and change_set_id = ${id} limit 1`);
  const made = await context.sql.first(sql`select 1 as there from events e, unnest(e.record_ids) made(id)
    where e.workspace_id = kith.workspace_id() and e.change_set_id = ${id} and e.type like '%.created'
      and kith.sees_record(e.object, made.id) limit 1`);
  if (seen || made) return;
  throw new Problem('not_allowed', { detail: 'None of the records of this change is yours. Ask whoever made it.' });
}

/** The records that a change set made, `most` of them. */
export function createdBy(context: Context, id: string, most: number): Promise<{ object: string; id: string }[]> {
  return context.sql.rows(sql`select e.object, unnest(e.record_ids) as id from events e
    where e.workspace_id = kith.workspace_id() and e.change_set_id = ${id} and e.type like '%.created' and e.object is not null
    limit ${most}`);
}

interface UndoRun {
  changeId: string | null;
  eventId: string | null;
  undone: number;
  done: boolean;
}

/** Takes back the next chunk of a large change set: its changes newest first, then what it created. Answers whether there is more. */
export async function undoNextChunk(context: Context, id: string): Promise<{ more: boolean; undone: number }> {
  const set = await undoable(context, id);
  await refuseUnseenSet(context, id);
  context.undoes(id);
  // The run is of the undoing change set: what was brought back can be taken back again.
  const runId = context.changeSetId;
  await context.tx.rows(sql`insert into undo_runs (change_set_id) values (${runId}) on conflict do nothing`);
  const run =
    await context.tx.first<UndoRun>(sql`select change_id as "changeId", event_id as "eventId", undone, done from undo_runs
    where workspace_id = kith.workspace_id() and change_set_id = ${runId} for update`);
  if (!run || run.done) return { more: false, undone: run?.undone ?? 0 };
  const result: UndoResult = { undone: 0, kept: [] };
  const changes = run.eventId ? [] : await changesOfSet(context, context.tx, id, 1000, run.changeId ?? undefined);
  const event = changes.length > 0 ? undefined : await nextCreation(context, id, run.eventId);
  await takeBack(
    context,
    changes,
    event ? event.ids.map((one) => ({ object: event.object, id: one })) : [],
    result,
    set.actorId === context.actor.id,
  );
  const done = changes.length === 0 && !event;
  if (done) await takeAwayRest(context, await restOf(context, id), set.actorId === context.actor.id);
  await context.tx.rows(sql`update undo_runs set change_id = coalesce(${changes[0]?.id ?? null}::uuid, change_id),
      event_id = coalesce(${event?.id ?? null}::uuid, event_id), undone = undone + ${result.undone}, done = ${done},
      kept = case when jsonb_array_length(kept) < ${mostKeptTold} then kept || ${JSON.stringify(result.kept.slice(0, mostKeptTold))}::jsonb else kept end
    where workspace_id = kith.workspace_id() and change_set_id = ${runId}`);
  if (!done) context.unfinished();
  return { more: !done, undone: run.undone + result.undone };
}

/** The changes of a large change set that can be taken back in part; they are few, and of what many records stand in. */
function restOf(context: Context, id: string): Promise<Change[]> {
  return changesOfSet(context, context.tx, id, 1000, undefined, [...partly()]);
}

/**
 * How far an undo in chunks has come, by the id of the undoing change set; undefined when it was done at once. Of what it left alone, only
 * what the actor sees is told: the reasons hold values.
 */
export async function undoProgress(
  context: Context,
  undoingId: string,
): Promise<{ undone: number; kept: KeptValue[]; done: boolean } | undefined> {
  const run = await context.sql.first<{
    undone: number;
    kept: KeptValue[];
    done: boolean;
  }>(sql`select undone, kept, done
    from undo_runs where workspace_id = kith.workspace_id() and change_set_id = ${undoingId}`);
  return run && { ...run, kept: await seenOfKept(context, run.kept) };
}

async function seenOfKept(context: Context, kept: readonly KeptValue[]): Promise<KeptValue[]> {
  const told: KeptValue[] = [];
  for (const [name, ofObject] of Map.groupBy(kept, (value) => value.object)) {
    const object = await readableObject(context, name);
    if (!object) continue;
    const uuid = ({ recordId }: KeptValue) => recordUuid(object, recordId) ?? '';
    const seen = await seenRecords(context, object, ofObject.map(uuid));
    const { narrowed, tellsOf } = await seenBy(context, object);
    const isTold = ({ field }: KeptValue) => isRead(narrowed.get(field)) && tellsOf(field);
    told.push(...ofObject.filter((value) => seen.has(uuid(value)) && isTold(value)));
  }
  return told;
}

async function nextCreation(
  context: Context,
  changeSetId: string,
  after: string | null,
): Promise<{ id: string; object: string; ids: string[] } | undefined> {
  return context.tx.first(sql`select id, object, record_ids as ids from events
    where workspace_id = kith.workspace_id() and change_set_id = ${changeSetId} and type like '%.created' and object is not null
      and (${after}::uuid is null or id > ${after}::uuid) order by id limit 1`);
}

/**
 * Takes back some changes and creations; what has been changed since is left and told. `own` says that the actor made them.
 * Errors: `not_allowed` when the actor may not write such records.
 */
async function takeBack(
  context: Context,
  changes: readonly Change[],
  created: readonly { object: string; id: string }[],
  result: UndoResult,
  own: boolean,
): Promise<void> {
  const made = new Set(created.map((one) => one.id));
  const left = changes.filter((change) => !made.has(change.recordId));
  await takeBackChanges(context, left, result, own);
  const deletedAt = context.now.toISOString();
  for (const [name, ofObject] of Map.groupBy(created, (one) => one.object)) {
    const object = await objectFor(context, name);
    refuseUnlessAllowed(context, object, own);
    const ids = ofObject.map(({ id }) => id);
    await refuseUnseen(context, object, ids);
    const updates = ids.map((id) => ({ id, set: { deletedAt } }));
    // Those that have been deleted already are missing here, and stay as they are.
    result.undone += (await updateRecords(context, object, updates, { skipMissing: true, undoing: true })).length;
  }
  await takeAwayRest(context, left, own);
}

/** Takes back changes, oldest first as they come: what others stand in is there again before they are. */
async function takeBackChanges(
  context: Context,
  changes: readonly Change[],
  result: UndoResult,
  own: boolean,
): Promise<void> {
  const first = partly();
  const groups = [...Map.groupBy(changes, (change) => change.object)];
  for (const [name, ofObject] of groups.sort(([one], [other]) => Number(first.has(other)) - Number(first.has(one)))) {
    const object = await objectFor(context, name);
    refuseUnlessAllowed(context, object, own || ofObject.every((change) => !('deletedAt' in change.before)));
    const ids = ofObject.map((change) => change.recordId);
    await refuseUnseen(context, object, ids);
    const updates = await undoneValues(context, object, ofObject, result);
    const options = { deletedToo: true, skipMissing: true, undoing: true };
    result.undone += (await updateRecords(context, object, updates, options)).length;
  }
}

/** What could not go while something stood in it goes once that is away; those records have been counted. */
async function takeAwayRest(context: Context, changes: readonly Change[], own: boolean): Promise<void> {
  const rest = changes.filter((change) => partly().has(change.object));
  await takeBackChanges(context, rest, { undone: 0, kept: [] }, own);
}

/** The kinds whose changes can be taken back in part: others stand in them. */
function partly(): Set<string> {
  const kinds = [...objectCatalogue().values()].filter((object) => kindOf(object).withoutChange);
  return new Set(kinds.map((object) => object.name));
}

/** Whoever takes something back writes, and so needs what writing it needs; deleting what others made is more than editing. */
function refuseUnlessAllowed(context: Context, object: ObjectType, onlyWrites: boolean): void {
  const needed = `${object.area}:${onlyWrites ? 'write' : 'delete'}`;
  if (may(context.actor, needed)) return;
  throw new Problem('not_allowed', {
    detail: `Taking this back changes ${object.plural}, which needs the permission ${needed}. An administrator can grant it.`,
  });
}

const keptOf = (object: ObjectType, { recordId }: Change, field: string) => ({
  object: object.name,
  recordId: publicId(object.prefix, recordId),
  field,
});

/** What each record of the changes is to become. Several changes to one record are taken back newest first; `look` only asks. */
export async function undoneValues(
  context: Context,
  object: ObjectType,
  changes: readonly Change[],
  result: UndoResult,
  lock: 'lock' | 'look' = 'lock',
): Promise<RecordUpdate[]> {
  const ids = [...new Set(changes.map((change) => change.recordId))];
  const current = await currentValues(context, object, ids, lock);
  const sets = new Map<string, Values>();
  const { narrowed, tellsOf } = await seenBy(context, object);
  for (const change of [...changes].reverse()) {
    const values = current.get(change.recordId);
    if (!values) continue;
    const set = sets.get(change.recordId) ?? {};
    sets.set(change.recordId, set);
    for (const [name, before] of Object.entries(change.before)) {
      if (!isRead(narrowed.get(name)) || !tellsOf(name)) continue;
      if (narrowed.has(name) && !object.fields.get(name)?.readOnly) {
        result.kept.push({ ...keptOf(object, change, name), reason: 'You may not write it.' });
        continue;
      }
      const now = name in set ? set[name] : values[name];
      const after = change.after[name];
      const without = sameValue(now ?? null, after ?? null)
        ? before
        : kindOf(object).withoutChange?.(name, { before, after, now });
      if (without !== undefined) set[name] = without;
      else {
        const field = object.fields.get(name);
        result.kept.push({
          ...keptOf(object, change, name),
          reason: `It has been changed again since: it is now ${JSON.stringify(field ? presentValue(field, now) : now)}.`,
        });
      }
    }
  }
  return [...sets].filter(([, set]) => Object.keys(set).length > 0).map(([id, set]) => ({ id, set }));
}
