import type { Context } from '#platform/context';
import { sql, withinReach } from '#platform/database';
import { Problem } from '#platform/errors';
import { type Field, type ObjectType, uniqueKey, valueKind } from '#platform/fields';
import { publicId } from '#platform/ids';
import { visibleOf } from './beyond.ts';
import type { WrittenRecord } from './kind.ts';
import { recordsOf } from './workspace-object.ts';

interface KeyedRow {
  field_id: string;
  record_id: string;
  text_value?: string;
  number_value?: number;
  time_value?: string;
  unique_key?: string;
}

/**
 * Refuses values of unique fields that another record has, with that record's name. Of two that write at the same moment the index of keys
 * lets one through. Values from before the field was unique may have no key yet, so they are looked for as they stand.
 */
export async function refuseTaken(
  context: Context,
  object: ObjectType,
  unique: readonly Field[],
  rows: readonly KeyedRow[],
  written: readonly WrittenRecord[],
): Promise<void> {
  const writtenIds = written.map((one) => one.id);
  for (const field of unique) {
    const keyed = rows.filter((row) => row.field_id === field.valuesId && row.unique_key !== undefined);
    if (keyed.length === 0) continue;
    const seen = new Set<string | undefined>();
    for (const { unique_key: key } of keyed) {
      if (seen.has(key)) throw taken(object, field, String(key), 'another record of the same call');
      seen.add(key);
    }
    const kind = valueKind(field);
    const column = sql.ref(`v.${kind}_value`);
    const type = sql.raw({ number: 'float8', time: 'timestamptz', text: 'text' }[kind]);
    const values = keyed.map((row) => row[`${kind}_value`]);
    const other = await context.tx.first<{ id: string; key: string }>(sql`
      select v.record_id as id, coalesce(v.unique_key, ${column}::text) as key from field_values v
      where v.workspace_id = kith.workspace_id() and v.field_id = ${field.valuesId}
        and (v.unique_key = any(${keyed.map((row) => row.unique_key)}::text[]) or ${column} = any(${values}::${type}[]))
        and v.record_id <> all(${writtenIds}::uuid[])
        and exists (select 1 from ${sql.table(object.table)} t where t.workspace_id = v.workspace_id and t.id = v.record_id and t.deleted_at is null)
      limit 1`);
    if (other) throw taken(object, field, other.key, await calledHere(context, object, other.id));
  }
}

/** Which record it is that has a value, for those who see it. */
async function calledHere(context: Context, object: ObjectType, id: string): Promise<string> {
  const seen = await withinReach(() => visibleOf(context, object, [id]));
  return seen.has(id) ? publicId(object.prefix, id) : 'a record that you do not see';
}

/** Which records have some values of a unique field, by the key of the value. */
export async function holdersOf(
  context: Context,
  object: ObjectType,
  field: Field,
  values: readonly unknown[],
): Promise<Map<string, string>> {
  const keys = values.flatMap((value) => uniqueKey(field, value) ?? []);
  const rows = await context.sql.rows<{ id: string; key: string }>(sql`select v.record_id as id, v.unique_key as key
    from field_values v join ${sql.table(object.table)} t on t.id = v.record_id
    where v.workspace_id = kith.workspace_id() and v.field_id = ${field.valuesId} and v.unique_key = any(${keys}::text[])
      and ${recordsOf(object)} and t.deleted_at is null`);
  return new Map(rows.map((row) => [row.key, row.id]));
}

function taken(object: ObjectType, field: Field, value: string, holder: string): Problem {
  return new Problem('conflict', {
    detail: `${field.label} must be unique on ${object.plural}, and ${holder} has '${value.slice(0, 80)}' already.`,
    mistakes: [{ path: `customFields.${field.name.slice('custom.'.length)}`, message: 'is taken' }],
  });
}
