import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import { type Field, type ObjectType, uniqueKey, valueKind } from '#platform/fields';
import { everyCustomField } from './custom-fields.ts';
import type { WrittenRecord } from './kind.ts';
import { refuseTaken } from './unique-values.ts';

/** Entries of `field_values` for the tags of a kind stand under this id. */
export const tagsFieldId = '00000000-0000-7000-8000-000000000001';

interface ValueRow {
  field_id: string;
  record_id: string;
  position: number;
  text_value?: string;
  number_value?: number;
  time_value?: string;
  unique_key?: string;
}

/** An index takes 2.7 KB a row: of a longer text only its beginning can be looked for. */
const longestKept = 800;

/** A custom value as it stands in the column of texts; an address is the text of its parts. */
export function keptText(value: unknown): string {
  return wholeText(value).slice(0, longestKept);
}

function wholeText(value: unknown): string {
  if (value === null || typeof value !== 'object') return String(value);
  const { street, postalCode, city, state, country } = value as Record<string, string | undefined>;
  const town = [postalCode, city].filter(Boolean).join(' ');
  return [street, town, state, country].filter(Boolean).join(', ');
}

/** What of a value lists can compare; a value that is not of the type of its field (any more) has nothing. */
function comparable(field: Pick<Field, 'type'>, value: unknown): Partial<ValueRow> | undefined {
  const kind = valueKind(field);
  if (kind === 'text') return { text_value: keptText(value) };
  if (kind === 'number') {
    const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
    return Number.isFinite(number) ? { number_value: number } : undefined;
  }
  const time = typeof value === 'string' ? new Date(value) : undefined;
  return time && !Number.isNaN(time.getTime()) ? { time_value: time.toISOString() } : undefined;
}

type KeptField = Pick<Field, 'type'> & { valuesId: string; unique?: boolean };

function rowsOf(field: KeptField, recordId: string, value: unknown, there: boolean): ValueRow[] {
  if (value === null || value === undefined) return [];
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((one, position) => {
    const found = comparable(field, one);
    if (!found) return [];
    const key = field.unique && there ? uniqueKey(field as Field, one)?.slice(0, longestKept) : undefined;
    return [{ field_id: field.valuesId, record_id: recordId, position, ...found, ...(key ? { unique_key: key } : {}) }];
  });
}

/** Keeps the values that lists filter and sort by beside the JSON that is read: tags and custom fields. Errors: `conflict` for a taken unique value. */
export async function keepFieldValues(
  context: Context,
  object: ObjectType,
  written: readonly WrittenRecord[],
): Promise<void> {
  const touched = written.filter((one) =>
    [...one.changed].some((name) => name === 'tags' || name === 'deletedAt' || name.startsWith('custom.')),
  );
  if (touched.length === 0) return;
  const custom = await everyCustomField(context, object);
  const unique = [...custom.values()].filter((field) => field.unique);
  const rows: ValueRow[] = [];
  const stale: { record: string; field: string }[] = [];
  for (const one of touched) {
    const there = !one.after.deletedAt;
    for (const [name, field] of keptFields(one, custom, unique)) {
      if (one.before) stale.push({ record: one.id, field: field.valuesId });
      rows.push(...rowsOf(field, one.id, one.after[name], there));
    }
  }
  await refuseTaken(context, object, unique, rows, touched);
  await replaceRows(context, rows, stale);
}

/** Which fields of a record have to be kept anew; one that is deleted or restored gives back or takes its unique values. */
function keptFields(
  one: WrittenRecord,
  custom: ReadonlyMap<string, Field>,
  unique: readonly Field[],
): Map<string, KeptField> {
  const fields = new Map<string, KeptField>();
  for (const name of one.changed) {
    const field = name === 'tags' ? ({ valuesId: tagsFieldId, type: 'tags' } as const) : custom.get(name);
    if (field?.valuesId) fields.set(name, field as KeptField);
  }
  if (one.before && one.changed.has('deletedAt'))
    for (const field of unique) fields.set(field.name, field as KeptField);
  return fields;
}

/** Keeps the values of one field of some records anew, from what they hold. */
export async function keepFieldAnew(
  context: Context,
  field: Field,
  values: readonly { id: string; value: unknown; deleted: boolean }[],
): Promise<void> {
  const kept = field as KeptField;
  const rows = values.flatMap((one) => rowsOf(kept, one.id, one.value, !one.deleted));
  await replaceRows(
    context,
    rows,
    values.map((one) => ({ record: one.id, field: kept.valuesId })),
  );
}

async function replaceRows(
  context: Context,
  rows: readonly ValueRow[],
  stale: readonly { record: string; field: string }[],
): Promise<void> {
  if (stale.length > 0) {
    await context.tx.rows(sql`delete from field_values v using unnest(${stale.map((one) => one.field)}::uuid[], ${stale.map((one) => one.record)}::uuid[]) as s(field_id, record_id)
      where v.workspace_id = kith.workspace_id() and v.field_id = s.field_id and v.record_id = s.record_id`);
  }
  if (rows.length > 0) {
    await context.tx.rows(sql`insert into field_values (field_id, record_id, position, text_value, number_value, time_value, unique_key)
      select field_id, record_id, position, text_value, number_value, time_value, unique_key
      from json_populate_recordset(null::field_values, ${JSON.stringify(rows)}::json)`);
  }
}
