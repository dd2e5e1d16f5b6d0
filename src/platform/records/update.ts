import { insertChanges, personKeys, type Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { beyondReach, sql } from '#platform/database';
import { asProblem, Problem } from '#platform/errors';
import { type Field, type ObjectType, recordRef } from '#platform/fields';
import { publicId } from '#platform/ids';
import { missing } from '#platform/operations';
import { formulaValues } from './computed/formula-fields.ts';
import { refreshRollupsOver } from './computed/rollups.ts';
import { prefixOf } from './create.ts';
import { everyCustomField } from './custom-fields.ts';
import { keepFieldValues } from './field-values.ts';
import { kindOf, type RecordDraft, type RecordKind, type WrittenRecord } from './kind.ts';
import { settleMoney } from './settle-money.ts';
import { refuseUnwritable } from './sight/seen.ts';
import { storedRows } from './stored.ts';
import { columnsOf, personalFields, sameValue, valuesOf } from './values.ts';

export interface RecordUpdate {
  id: string;
  set: Values;
  /** The version that the writer has seen; another one is refused with `version_changed`. */
  expectedVersion?: number | undefined;
  /** What a bulk writer knows besides the fields. */
  extra?: unknown;
}

export interface UpdateOptions {
  /** Deleted records may be written too (restore, undo). */
  deletedToo?: boolean;
  /** Records that are not there are left out instead of refused. */
  skipMissing?: boolean;
  /** A change is being taken back. */
  undoing?: boolean;
  /** Records become one, or several again: what refers to them moves, whoever made it. */
  moving?: boolean;
  /** What is set follows from a deed that the actor may do: nobody asks whether they may write the fields. */
  following?: boolean;
}

/** Of more the keys are read only when it is known that something personal changes. */
const fewPeople = 100;

/** Writes changes to records with their history, and announces them. Values that are already so are left out; a record without a change keeps its version. */
export async function updateRecords(
  context: Context,
  object: ObjectType,
  updates: readonly RecordUpdate[],
  options: UpdateOptions = {},
): Promise<WrittenRecord[]> {
  if (updates.length === 0) return [];
  const kind = kindOf(object);
  if (context.sight && !options.following && !options.moving && !options.undoing)
    await refuseUnwritable(context, object, new Set(updates.flatMap(({ set }) => Object.keys(set))));
  const ids = updates.map((update) => update.id);
  const locking = storedRows(context, object, ids, 'lock');
  // Whoever is changed has most often been sealed before: their keys come in the same flight, read behind the lock.
  const keys = object.person === 'id' && ids.length <= fewPeople ? personKeys(context, context.tx, ids) : undefined;
  keys?.catch(() => undefined);
  const stored = await locking;
  const drafts: RecordDraft[] = [];
  const versions = new Map<string, number>();
  let stale: Problem | undefined;
  for (const update of updates) {
    const row = stored.get(update.id);
    if (!row || (row.deleted_at !== null && !options.deletedToo)) {
      if (options.skipMissing) continue;
      throw missing(object, update.id);
    }
    stale ??= oldVersion(object, update, Number(row.version));
    versions.set(update.id, Number(row.version));
    drafts.push({
      id: update.id,
      before: valuesOf(object, row),
      set: { ...update.set },
      columns: {},
      extra: update.extra,
      ...(options.undoing ? { undoing: true } : {}),
    });
  }
  // The rows are locked, so the actor may write them. What follows reaches everywhere: others sum them up, or own them from now on.
  const writer = options.moving ? { ...kind, prepare: kind.prepareMove?.bind(kind) ?? asTheyAre } : kind;
  return beyondReach(() => writeDrafts(context, writer, drafts, versions, stale, keys));
}

/** What moves has been through `prepare` when it was written. */
async function asTheyAre(): Promise<void> {}

async function writeDrafts(
  context: Context,
  kind: RecordKind,
  drafts: RecordDraft[],
  versions: Map<string, number>,
  stale: Problem | undefined,
  keys: Promise<Map<string, Buffer>> | undefined,
): Promise<WrittenRecord[]> {
  const { object } = kind;
  await prepared(context, kind, drafts, stale);
  for (const draft of drafts) settleMoney(object, draft);
  const custom = await everyCustomField(context, object);
  if (custom.size > 0)
    for (const { before, set } of drafts) Object.assign(set, formulaValues(object, custom, { ...before, ...set }));
  const meant = (name: string) => !isDerived(object, custom, name);
  const written = drafts.map(whatChanged).filter((one) => [...one.changed].some(meant));
  if (written.length === 0) return [];
  updateRows(context, object, drafts, written);
  await writeHistory(context, object, written, versions, meant, await keys);
  await keepFieldValues(context, object, written);
  await kind.afterWrite?.(context, written);
  await refreshRollupsOver(context, object, written);
  context.count(written.length);
  announce(context, object, written);
  return written;
}

/** A mistake in the values is told before a stale version is, and that before any conflict. */
async function prepared(
  context: Context,
  kind: RecordKind,
  drafts: RecordDraft[],
  stale: Problem | undefined,
): Promise<void> {
  try {
    await kind.prepare?.(context, drafts);
  } catch (error) {
    if (stale && asProblem(error).status >= 409) throw stale;
    throw error;
  }
  if (stale) throw stale;
}

/** A name, a score, a formula or a quality follows from other things: alone it is no change that anybody made. */
function isDerived(object: ObjectType, custom: ReadonlyMap<string, Field>, name: string): boolean {
  return (object.fields.get(name) ?? custom.get(name))?.derived ?? false;
}

function oldVersion(object: ObjectType, update: RecordUpdate, version: number): Problem | undefined {
  if (update.expectedVersion === undefined || update.expectedVersion === version) return undefined;
  return new Problem('version_changed', {
    detail: `The ${object.name} ${publicId(object.prefix, update.id)} is at version ${version} and you have seen version ${update.expectedVersion}. Read it again, then repeat your change.`,
  });
}

function whatChanged(draft: RecordDraft): WrittenRecord {
  const before = draft.before ?? {};
  const changed = new Set<string>();
  for (const [name, value] of Object.entries(draft.set)) {
    if (sameValue(before[name], value)) delete draft.set[name];
    else changed.add(name);
  }
  return { id: draft.id, before, after: { ...before, ...draft.set }, changed, extra: draft.extra };
}

/** One statement for each set of columns: a bulk edit is one. The ids stand in it twice: the planner takes any JSON for a hundred rows, and would read a small table whole for them. */
function updateRows(context: Context, object: ObjectType, drafts: RecordDraft[], written: WrittenRecord[]): void {
  const changed = new Set(written.map((one) => one.id));
  const groups = new Map<string, Record<string, unknown>[]>();
  for (const draft of drafts) {
    if (!changed.has(draft.id)) continue;
    const columns = { ...columnsOf(object, draft.set, draft.before), ...draft.columns };
    const names = Object.keys(columns).sort().join(',');
    const group = groups.get(names) ?? [];
    group.push({ id: draft.id, ...columns });
    groups.set(names, group);
  }
  for (const [names, rows] of groups) {
    const sets = names.split(',').map((name) => sql`${sql.ref(name)} = ${sql.ref(`r.${name}`)}`);
    context.tx.send(sql`update ${sql.table(object.table)} t
      set ${sql.join(sets)}, version = t.version + 1, updated_at = ${context.now}, updated_by = ${context.actor.id}
      from json_populate_recordset(null::${sql.table(object.table)}, ${JSON.stringify(rows)}::json) r
      where t.workspace_id = kith.workspace_id() and t.id = any(${rows.map((row) => row.id)}::uuid[]) and t.id = r.id`);
  }
}

/** Whose values a record holds; a record that is taken from a person still had theirs before. */
function personOf({ person, fields }: ObjectType, one: WrittenRecord): string | undefined {
  if (person === undefined || person === 'id') return person && one.id;
  const of = ((one.after[person] ?? one.before?.[person]) as string | null | undefined) ?? undefined;
  if (fields.get(person)?.type !== 'record' || of === undefined) return of;
  const ref = recordRef(of);
  return ref?.object.person === 'id' ? ref.id : undefined;
}

async function writeHistory(
  context: Context,
  object: ObjectType,
  written: WrittenRecord[],
  versions: Map<string, number>,
  meant: (name: string) => boolean,
  keys: Map<string, Buffer> | undefined,
): Promise<void> {
  const drafts = written.map((one) => {
    const names = [...one.changed].filter(meant);
    const personId = personOf(object, one);
    return {
      object: object.name,
      recordId: one.id,
      version: versions.get(one.id) ?? 0,
      before: Object.fromEntries(names.map((name) => [name, one.before?.[name] ?? null])),
      after: Object.fromEntries(names.map((name) => [name, one.after[name] ?? null])),
      personal: personalFields(object, names),
      personId,
    };
  });
  await insertChanges(context.tx, context, drafts, keys);
}

function announce(context: Context, object: ObjectType, written: WrittenRecord[]): void {
  const verbs: Record<string, WrittenRecord[]> = { deleted: [], restored: [], updated: [] };
  for (const one of written) {
    const verb = !one.changed.has('deletedAt') ? 'updated' : one.after.deletedAt ? 'deleted' : 'restored';
    verbs[verb]?.push(one);
  }
  for (const [verb, records] of Object.entries(verbs)) {
    if (records.length === 0) continue;
    const fields = verb === 'updated' ? [...new Set(records.flatMap((one) => [...one.changed]))].sort() : undefined;
    context.emit({
      type: `${object.events}.${verb}`,
      object: object.name,
      recordIds: records.map((one) => one.id),
      data: { ...(fields ? { fields } : {}), ...prefixOf(object) },
    });
  }
}
