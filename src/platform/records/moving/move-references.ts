import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { beyondReach, type Query, sql } from '#platform/database';
import { type Field, kindColumn, type ObjectType, objectCatalogue } from '#platform/fields';
import { publicId } from '#platform/ids';
import { allCustomFields } from '../custom-fields.ts';
import { kindOf } from '../kind.ts';
import { currentValues } from '../stored.ts';
import { type RecordUpdate, updateRecords } from '../update.ts';
import { findObject } from '../workspace-object.ts';

/** A field by which records of a kind refer to those of another. */
interface Referring {
  object: ObjectType;
  field: Field;
}

/** How far the records that refer to others have been moved: which field is being walked, and the last record of it. */
export interface MoveCursor {
  field: number;
  after: string;
}

const first = '00000000-0000-0000-0000-000000000000';
const mostOfOneKind = 1000;

/** Every field of the catalogue by which records can refer to those of a kind: of its own, of what hangs on it, and those that the workspace has added. */
async function fieldsReferringTo(context: Context, object: ObjectType): Promise<Referring[]> {
  const found: Referring[] = [];
  for (const other of objectCatalogue().values())
    for (const field of other.fields.values())
      if (field.type === 'record' || (field.type === 'reference' && field.to === object.name))
        found.push({ object: other, field });
  for (const [name, fields] of await allCustomFields(context)) {
    const other = await findObject(context, name);
    for (const field of fields.values())
      if (other && (field.type === 'reference' || field.type === 'references') && field.to === object.name)
        found.push({ object: other, field });
  }
  return found;
}

/** The ids `id` of the records that refer by a field to any of these; deleted ones too. */
function referrers({ object, field }: Referring, target: ObjectType, ids: readonly string[]): Query<{ id: string }> {
  if (field.custom) {
    const shown = ids.map((id) => publicId(target.prefix, id));
    return sql`select distinct v.record_id as id from field_values v
      where v.workspace_id = kith.workspace_id() and v.field_id = ${field.valuesId} and v.text_value = any(${shown}::text[])`;
  }
  const ofKind = field.type === 'record' ? sql`and t.${sql.ref(kindColumn(field))} = ${target.name}` : sql``;
  return sql`select t.id from ${sql.table(object.table)} t
    where t.workspace_id = kith.workspace_id() and t.${sql.ref(field.column)} = any(${ids}::uuid[]) ${ofKind}`;
}

/** How many records of each kind refer to these; those among themselves are left out. */
export async function referenceCounts(
  context: Context,
  object: ObjectType,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const fields = await fieldsReferringTo(context, object);
  const counts = await beyondReach(() =>
    Promise.all(
      fields.map((one) =>
        context.sql.first<{ count: number }>(sql`select count(*)::int as count from (${referrers(one, object, ids)}) r
          where r.id <> all(${ids}::uuid[])`),
      ),
    ),
  );
  const found = new Map<string, number>();
  for (const [index, row] of counts.entries()) {
    const name = fields[index]?.object.name ?? '';
    if (row && row.count > 0) found.set(name, (found.get(name) ?? 0) + row.count);
  }
  return found;
}

export interface Moved {
  records: number;
  /** Where to go on; undefined when nothing is left. */
  next: MoveCursor | undefined;
}

/**
 * Makes the records that refer to some records refer to another one instead, whoever owns them, with their history: up to `most` of them.
 * What the other one has already (the same follow, the same list) stays where it is, and what it says besides is taken over.
 */
export function moveReferences(
  context: Context,
  object: ObjectType,
  from: readonly string[],
  to: string,
  { cursor, most = mostOfOneKind }: { cursor?: MoveCursor | undefined; most?: number } = {},
): Promise<Moved> {
  return beyondReach(async () => {
    const fields = await fieldsReferringTo(context, object);
    let left = most;
    let records = 0;
    for (let index = cursor?.field ?? 0; index < fields.length; index++) {
      const after = index === cursor?.field ? cursor.after : first;
      const one = fields[index] as Referring;
      const found = await context.sql.rows<{ id: string }>(
        sql`select r.id from (${referrers(one, object, from)}) r where r.id > ${after} order by r.id limit ${left}`,
      );
      const ids = found.map((row) => row.id);
      const outside = one.object.name === object.name ? ids.filter((id) => id !== to && !from.includes(id)) : ids;
      records += await move(context, one, object, outside, from, to);
      left -= ids.length;
      if (left <= 0) return { records, next: { field: index, after: ids.at(-1) ?? after } };
    }
    return { records, next: undefined };
  });
}

async function move(
  context: Context,
  one: Referring,
  target: ObjectType,
  ids: readonly string[],
  from: readonly string[],
  to: string,
): Promise<number> {
  if (ids.length === 0) return 0;
  const kind = kindOf(one.object);
  const current = await currentValues(context, one.object, ids, 'lock');
  const updates = new Map<string, RecordUpdate>();
  const there = await standing(context, one, target, to);
  for (const [id, values] of current) {
    const set = { [one.field.name]: pointed(one.field, target, values[one.field.name], from, to) };
    const after = { ...values, ...set };
    if (kind.mayMove?.(after) === false) continue;
    const key = one.field.unique ? 'unique' : kind.onlyOnce?.(after);
    const kept = key === undefined ? undefined : there.get(key);
    if (!kept) {
      updates.set(id, { id, set });
      if (key !== undefined) there.set(key, { id, values: after });
      continue;
    }
    const taken = { ...revived(kept.values, values), ...kind.takeOver?.(kept.values, values) };
    Object.assign(kept.values, taken);
    const update = updates.get(kept.id);
    if (update) Object.assign(update.set, taken);
    else if (Object.keys(taken).length > 0) updates.set(kept.id, { id: kept.id, set: taken });
  }
  const options = { moving: true, deletedToo: true, skipMissing: true };
  return (await updateRecords(context, one.object, [...updates.values()], options)).length;
}

/** What was taken away here is there again when the other one still had it. */
function revived(kept: Values, other: Values): Values {
  return kept.deletedAt && !other.deletedAt ? { deletedAt: null } : {};
}

/** The value of a field that refers to `to` instead of any of `from`. */
function pointed(
  { type, custom }: Field,
  target: ObjectType,
  value: unknown,
  from: readonly string[],
  to: string,
): unknown {
  const shown = publicId(target.prefix, to);
  if (type === 'record' || (custom && type === 'reference')) return shown;
  if (type !== 'references') return to;
  const gone = new Set(from.map((id) => publicId(target.prefix, id)));
  return [...new Set((value as string[]).map((id) => (gone.has(id) ? shown : id)))];
}

/** What refers to the record already, of kinds of which there is one at most, by what it is. */
async function standing(
  context: Context,
  one: Referring,
  target: ObjectType,
  to: string,
): Promise<Map<string, { id: string; values: Values }>> {
  const { onlyOnce } = kindOf(one.object);
  if (!onlyOnce && !one.field.unique) return new Map();
  const rows = await context.sql.rows(referrers(one, target, [to]));
  const ids = rows.map((row) => row.id);
  const found = new Map<string, { id: string; values: Values }>();
  for (const [id, values] of await currentValues(context, one.object, ids, 'lock')) {
    const key = one.field.unique ? 'unique' : onlyOnce?.(values);
    if (key !== undefined) found.set(key, { id, values });
  }
  return found;
}
