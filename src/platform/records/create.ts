import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { beyondReach, insertRows } from '#platform/database';
import { type ObjectType, reachName } from '#platform/fields';
import { formulaValues } from './computed/formula-fields.ts';
import { emptyRollups, refreshRollupsOver } from './computed/rollups.ts';
import { everyCustomField } from './custom-fields.ts';
import { keepFieldValues } from './field-values.ts';
import { kindOf, type RecordDraft, type RecordKind, type WrittenRecord } from './kind.ts';
import { settleMoney } from './settle-money.ts';
import { refuseUnwritable } from './sight/seen.ts';
import { columnsOf } from './values.ts';

export interface CreateOptions {
  /** New ids, in the order of the sets, for records that refer to one another. */
  ids?: readonly string[];
  /** What a bulk writer knows of each record besides its fields, in the order of the sets. */
  extras?: readonly unknown[];
  /** Columns of each record beside the fields, in the order of the sets. */
  columns?: readonly Readonly<Record<string, unknown>>[];
  /** What is set follows from a deed that the actor may do: nobody asks whether they may write the fields. */
  following?: boolean;
}

/**
 * Writes new records and announces them. A creation needs no change row: the record is its own image.
 * `createdAt` may be in the past. Returns what was written, in the order of `sets`.
 */
export async function createRecords(
  context: Context,
  object: ObjectType,
  sets: readonly Values[],
  options: CreateOptions = {},
): Promise<WrittenRecord[]> {
  if (sets.length === 0) return [];
  if (context.sight && !options.following)
    await refuseUnwritable(context, object, new Set(sets.flatMap((set) => Object.keys(set))));
  const kind = kindOf(object);
  const drafts: RecordDraft[] = sets.map((set, index) => ({
    id: options.ids?.[index] ?? context.ports.ids.next(),
    before: undefined,
    set: { ...set },
    columns: { ...options.columns?.[index] },
    extra: options.extras?.[index],
  }));
  ownThem(context, object, drafts);
  // Who is the same, what is taken, who gets it: that is known of the whole workspace, whatever the actor sees of it.
  await beyondReach(async () => kind.prepare?.(context, drafts));
  for (const draft of drafts) settleMoney(object, draft);
  await addCustomValues(context, object, drafts);
  // Sent, not awaited: while the database writes the records, what stands beside them is made up here.
  await insertDrafts(context, object, drafts);
  const written = drafts.map((draft) => ({
    id: draft.id,
    before: undefined,
    after: draft.set,
    changed: new Set(Object.keys(draft.set)),
    extra: draft.extra,
  }));
  await beyondReach(async () => {
    await writeBeside(context, kind, written);
    await refreshRollupsOver(context, object, written);
  });
  context.count(written.length);
  context.emit({
    type: `${object.events}.created`,
    object: object.name,
    recordIds: written.map((one) => one.id),
    data: { ...sourceOf(written), ...prefixOf(object) },
  });
  return written;
}

/** Who makes a record owns it where they would lose sight of it otherwise, unless they say whose it is; undefined where they would not. */
export function ownerByMaking({ sql: { reach }, actor }: Context, object: ObjectType): string | undefined {
  return object.owned && actor.type === 'user' && reach?.read[reachName(object)] === 'own' ? actor.id : undefined;
}

function ownThem(context: Context, object: ObjectType, drafts: readonly RecordDraft[]): void {
  const owner = ownerByMaking(context, object);
  if (!owner || kindOf(object).findsOwners) return;
  for (const { set } of drafts) set.ownerId ??= owner;
}

/** What custom fields hold that nobody has given: their defaults, and what follows from other values. */
async function addCustomValues(context: Context, object: ObjectType, drafts: readonly RecordDraft[]): Promise<void> {
  const custom = await everyCustomField(context, object);
  if (custom.size === 0) return;
  const defaults = [...custom.values()].filter((field) => field.initial !== undefined);
  const sums = emptyRollups(custom);
  for (const { set } of drafts) {
    for (const { name, initial } of defaults) if (set[name] === undefined) set[name] = initial;
    Object.assign(set, sums);
    for (const [name, value] of Object.entries(formulaValues(object, custom, set)))
      if (value !== null) set[name] = value;
  }
}

/** Events of a kind that a workspace has made say how the ids of its records begin: the catalogue does not know. */
export function prefixOf({ objectId, prefix }: ObjectType): Record<string, unknown> {
  return objectId ? { prefix } : {};
}

async function writeBeside(context: Context, kind: RecordKind, written: WrittenRecord[]): Promise<void> {
  await keepFieldValues(context, kind.object, written);
  await kind.afterWrite?.(context, written);
}

/** So many records go in one statement: while the database writes them, the next ones are made up. */
const insertedAtOnce = 500;

async function insertDrafts(context: Context, object: ObjectType, drafts: readonly RecordDraft[]): Promise<void> {
  for (let at = 0; at < drafts.length; at += insertedAtOnce)
    await insertPart(context, object, drafts.slice(at, at + insertedAtOnce));
}

/** One statement; its columns are those that any of the records fills. */
async function insertPart(context: Context, object: ObjectType, drafts: readonly RecordDraft[]): Promise<void> {
  const now = context.now.toISOString();
  const stamp = {
    created_at: now,
    updated_at: now,
    created_by: context.actor.id,
    updated_by: context.actor.id,
    ...(object.objectId ? { object_id: object.objectId } : {}),
  };
  const sparse: Record<string, unknown>[] = drafts.map((draft) => ({
    id: draft.id,
    ...stamp,
    ...columnsOf(object, draft.set),
    ...draft.columns,
  }));
  const names = new Set<string>();
  for (const row of sparse) for (const name in row) if (row[name] !== null && row[name] !== undefined) names.add(name);
  const columns = [...names].sort();
  const initial = initialValues(object);
  const rows = sparse.map((row) =>
    Object.fromEntries(columns.map((name) => [name, row[name] ?? initial.get(name) ?? null])),
  );
  await insertRows(context.tx, object.table, rows);
}

const initials = new Map<string, ReadonlyMap<string, unknown>>();

/** Columns that may not be NULL, with what they hold in a record that says nothing of them. */
function initialValues(object: ObjectType): ReadonlyMap<string, unknown> {
  const known = initials.get(object.name);
  if (known) return known;
  const values = new Map<string, unknown>([['custom_fields', {}]]);
  for (const field of object.fields.values()) {
    if (field.initial !== undefined) values.set(field.column, field.initial);
    else if (field.type === 'tags') values.set(field.column, []);
  }
  initials.set(object.name, values);
  return values;
}

function sourceOf(written: readonly WrittenRecord[]): Record<string, unknown> {
  const sources = new Set(written.map((one) => one.after.source ?? null));
  const [source] = sources;
  return sources.size === 1 && source ? { source } : {};
}
