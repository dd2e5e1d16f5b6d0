import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import type { ObjectType } from '#platform/fields';
import { customFieldsOf } from './custom-fields.ts';
import type { WrittenRecord } from './kind.ts';

/** Entries of `field_values` for the tags of a kind stand under this id. */
export const tagsFieldId = '00000000-0000-7000-8000-000000000001';

interface ValueRow {
  field_id: string;
  record_id: string;
  position: number;
  text_value?: string;
  number_value?: number;
  time_value?: string;
}

/** An index takes 2.7 KB a row: of a longer text only its beginning can be looked for. */
const longestKept = 800;

/** A custom value as it stands in the column of texts. */
export function keptText(value: unknown): string {
  return String(value).slice(0, longestKept);
}

function rowsOf(fieldId: string, type: string, recordId: string, value: unknown): ValueRow[] {
  if (value === null || value === undefined) return [];
  const list = Array.isArray(value) ? value : [value];
  return list.map((one, position) => {
    const row = { field_id: fieldId, record_id: recordId, position };
    if (type === 'integer' || type === 'decimal' || type === 'money') return { ...row, number_value: Number(one) };
    if (type === 'date' || type === 'dateTime') return { ...row, time_value: String(one) };
    return { ...row, text_value: keptText(one) };
  });
}

/** Keeps the values that lists filter and sort by beside the JSON that is read: tags and custom fields. */
export async function keepFieldValues(
  context: Context,
  object: ObjectType,
  written: readonly WrittenRecord[],
): Promise<void> {
  const touched = written.filter((one) =>
    [...one.changed].some((name) => name === 'tags' || name.startsWith('custom.')),
  );
  if (touched.length === 0) return;
  const custom = await customFieldsOf(context, object);
  const rows: ValueRow[] = [];
  const stale: { record: string; field: string }[] = [];
  for (const one of touched) {
    for (const name of one.changed) {
      const field = name === 'tags' ? { valuesId: tagsFieldId, type: 'tags' } : custom.get(name);
      if (!field?.valuesId) continue;
      if (one.before) stale.push({ record: one.id, field: field.valuesId });
      rows.push(...rowsOf(field.valuesId, field.type, one.id, one.after[name]));
    }
  }
  if (stale.length > 0) {
    await context.tx.rows(sql`delete from field_values v using unnest(${stale.map((one) => one.field)}::uuid[], ${stale.map((one) => one.record)}::uuid[]) as s(field_id, record_id)
      where v.workspace_id = kith.workspace_id() and v.field_id = s.field_id and v.record_id = s.record_id`);
  }
  if (rows.length > 0) {
    await context.tx.rows(sql`insert into field_values (field_id, record_id, position, text_value, number_value, time_value)
      select field_id, record_id, position, text_value, number_value, time_value
      from json_populate_recordset(null::field_values, ${JSON.stringify(rows)}::json)`);
  }
}
