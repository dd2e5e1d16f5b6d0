import type { RawBuilder } from 'kysely';
import { changesOfRecord, type Values } from '#platform/changes';
import { type Context, Later } from '#platform/context';
import { beyondReach, compiledOnce, type Query, sql, withinReach } from '#platform/database';
import { Problem } from '#platform/errors';
import { type Field, maskOf, type ObjectType, objectNamed } from '#platform/fields';
import { publicId } from '#platform/ids';
import { missing, RawJson } from '#platform/operations';
import { visibleOf } from './beyond.ts';
import { kindOf } from './kind.ts';
import { bareCustom, chooseFields, chosenCustom, recordJson } from './projection.ts';
import { type Seen, seenBy } from './sight/seen.ts';
import { storedRows } from './stored.ts';
import { valuesOf } from './values.ts';
import { recordsOf } from './workspace-object.ts';

/** A record as the API shows it, with what conditional requests compare. */
export class RecordAnswer extends RawJson {
  declare readonly version: number;
  constructor(text: string, version: number) {
    super(text, version);
  }
}

/** One record. Errors: `not_found`, also for a deleted one unless `deletedToo`; `not_allowed` for one that is not for the actor's eyes. */
export async function getRecord(
  context: Context,
  object: ObjectType,
  id: string,
  options: { fields?: readonly string[] | undefined; deletedToo?: boolean } = {},
): Promise<RecordAnswer> {
  const { fields, deletedToo = false } = options;
  const visible = kindOf(object).visible?.(context);
  const seen = await seenBy(context, object);
  const query =
    fields || visible || seen.withheld.length > 0 || seen.masked.length > 0
      ? recordQuery(seen, id, { deletedToo, visible, fields })
      : wholeRecordQuery(seen, deletedToo)(id);
  const row = await context.sql.first(query);
  if (!row) return refuseUnread(context, object, id, deletedToo);
  return new RecordAnswer(row.json, row.version);
}

/**
 * A record that the actor has just written. Where it went out of their sight by that, only its id, version and owner are answered: what it
 * refers to now is not theirs to see.
 */
export async function answerWritten(context: Context, object: ObjectType, id: string): Promise<RecordAnswer> {
  const seen = !context.sql.reach || (await withinReach(() => visibleOf(context, object, [id]))).has(id);
  if (seen) return withinReach(() => getRecord(context, object, id));
  return beyondReach(() => getRecord(context, object, id, { fields: object.owned ? ['ownerId'] : [] }));
}

/** As answerWritten, for an operation that has nothing left to do: where it can, it has only been asked for when this resolves. */
export async function answerSoon(
  context: Context,
  object: ObjectType,
  id: string,
): Promise<RecordAnswer | Later<RecordAnswer>> {
  const isWhole = !context.sql.reach && !kindOf(object).visible?.(context);
  const seen = await seenBy(context, object);
  if (!isWhole || seen.withheld.length > 0 || seen.masked.length > 0) return answerWritten(context, object, id);
  return new Later(writtenRecord(context.sql.first(wholeRecordQuery(seen, false)(id)), object, id));
}

async function writtenRecord(
  reading: Promise<RecordRow | undefined>,
  object: ObjectType,
  id: string,
): Promise<RecordAnswer> {
  const row = await reading;
  if (!row) throw missing(object, id);
  return new RecordAnswer(row.json, row.version);
}

interface RecordRow {
  json: string;
  version: number;
}

interface Reading {
  deletedToo: boolean;
  /** What a record must meet to be there for the actor. */
  visible?: Query<unknown> | undefined;
  fields?: readonly string[] | undefined;
}

function recordQuery(seen: Seen, id: unknown, { deletedToo, visible, fields }: Reading): Query<RecordRow> {
  const { object, custom } = seen;
  const json = recordJson(object, chooseFields(object, fields, custom), chosenCustom(fields, seen));
  return sql<RecordRow>`select ${json} as json, t.version from ${sql.table(object.table)} t
    where ${recordsOf(object)} and t.id = ${id} ${deletedToo ? sql`` : sql`and t.deleted_at is null`}
      ${visible ? sql`and ${visible as RawBuilder<unknown>}` : sql``}`;
}

const wholeRecords = new WeakMap<ObjectType, Map<boolean, (id: string) => Query<RecordRow>>>();

/** The query of a whole record: the same for all of a kind, and the most frequent of all. */
function wholeRecordQuery(seen: Seen, deletedToo: boolean): (id: string) => Query<RecordRow> {
  const { object } = seen;
  const known = wholeRecords.get(object) ?? new Map<boolean, (id: string) => Query<RecordRow>>();
  const query = known.get(deletedToo) ?? compiledOnce((id) => recordQuery(seen, id, { deletedToo }));
  wholeRecords.set(object, known.set(deletedToo, query));
  return query;
}

/** Whoever may not read a record does not write it either. Throws `not_allowed`; a record that is not there is left to its writer. */
export async function refuseUnseen(context: Context, object: ObjectType, ids: readonly string[]): Promise<void> {
  const visible = kindOf(object).visible?.(context);
  if (!visible || ids.length === 0) return;
  const unseen = await context.sql.first<{ id: string }>(sql`select t.id from ${sql.table(object.table)} t
    where ${recordsOf(object)} and t.id = any(${ids}::uuid[]) and (${visible as RawBuilder<unknown>}) is not true limit 1`);
  if (unseen) throw notForTheirEyes(object, unseen.id);
}

function notForTheirEyes(object: ObjectType, id: string): Problem {
  return new Problem('not_allowed', {
    detail: `The ${object.name} ${publicId(object.prefix, id)} is not shared with you. Ask who made it.`,
  });
}

/** Says why a record could not be read: it is not there, or not for this actor. */
async function refuseUnread(context: Context, object: ObjectType, id: string, deletedToo: boolean): Promise<never> {
  const row = kindOf(object).visible ? (await storedRows(context, object, [id], 'look')).get(id) : undefined;
  if (!row || (row.deleted_at !== null && !deletedToo)) throw missing(object, id);
  throw notForTheirEyes(object, id);
}

/**
 * The record as it was at a moment: the changes since are taken back, read through the seal. Derived fields have no past and are left out.
 * Errors: `not_found` when it was not there then.
 */
export async function recordAsOf(
  context: Context,
  object: ObjectType,
  id: string,
  at: Date,
  fields?: readonly string[],
): Promise<Record<string, unknown>> {
  const seen = await seenBy(context, object);
  const shown = new Set(chooseFields(seen.object, fields, seen.custom).map((field) => field.name));
  if (kindOf(object).visible) await getRecord(context, object, id, { fields: [], deletedToo: true });
  const row = (await storedRows(context, object, [id], 'look')).get(id);
  if (!row) throw missing(object, id);
  const values = valuesOf(object, row);
  let version = Number(row.version);
  if (new Date(values.createdAt as string) > at) throw missing(object, id);
  const changes = await changesOfRecord(context, context.sql, id, at, 10_000);
  for (const change of changes) {
    Object.assign(values, change.before);
    version = change.version;
  }
  if (values.deletedAt && new Date(values.deletedAt as string) <= at) throw missing(object, id);
  const whole = presented(seen, { id, values, version, at });
  return fields ? chosen(whole, shown, fields) : whole;
}

/** Stored values as the API shows them. */
function presented(
  { object, custom, masked, masks }: Seen,
  { id, values, version, at }: { id: string; values: Values; version: number; at: Date },
): Record<string, unknown> {
  const shown: Record<string, unknown> = { id: publicId(object.prefix, id) };
  const customFields: Values = {};
  for (const [name, value] of Object.entries(values)) {
    const field = object.fields.get(name);
    if (name.startsWith('custom.')) {
      const known = custom.get(name);
      if (value !== null && known && !known.derived) customFields[name.slice('custom.'.length)] = value;
    } else if (field && !field.derived) shown[name] = presentValue(field, value);
  }
  Object.assign(customFields, masks);
  return { ...shown, customFields, ...(masked.length > 0 ? { masked } : {}), version, asOf: at.toISOString() };
}

const alwaysShown = new Set(['id', 'version', 'asOf', 'masked']);

function chosen(
  whole: Record<string, unknown>,
  shown: ReadonlySet<string>,
  names: readonly string[],
): Record<string, unknown> {
  const custom = names.includes('customFields') ? 'all' : bareCustom(names);
  const entries = Object.entries(whole).filter(([name]) => alwaysShown.has(name) || shown.has(name));
  if (custom.length === 0) return Object.fromEntries(entries);
  const values = Object.entries(whole.customFields as Values);
  const kept = values.filter(([name]) => custom === 'all' || custom.includes(name));
  return { ...Object.fromEntries(entries), customFields: Object.fromEntries(kept) };
}

/** One stored value as the API shows it: ids get their prefix, which those in custom fields have already. */
export function presentValue(
  field: Pick<Field, 'type' | 'to' | 'masked'> & { custom?: boolean },
  value: unknown,
): unknown {
  if (field.masked) return maskOf(field);
  if (typeof value !== 'string' || field.custom) return value ?? null;
  if (field.type === 'user') return publicId('us', value);
  if (field.type === 'reference') return publicId(objectNamed(field.to ?? '').prefix, value);
  return value;
}
