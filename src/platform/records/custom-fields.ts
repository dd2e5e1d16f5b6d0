import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import { completeField, type Field, type FieldType, type ObjectType } from '#platform/fields';

interface CustomFieldRow {
  id: string;
  object: string;
  name: string;
  label: string;
  description: string;
  type: FieldType;
  options: string[];
  required: boolean;
  indexed: boolean;
  privacy: Field['privacy'];
}

const kept = new Map<string, { until: number; fields: Map<string, Map<string, Field>> }>();
const keptMs = 5000;

/** Forgets what is known of a workspace's custom fields, after one has changed here; other processes notice within 5 s. */
export function forgetCustomFields(workspaceId: string): void {
  kept.delete(workspaceId);
}

/** The custom fields of an object in this workspace, by their names in filters and histories (`custom.region`). */
export async function customFieldsOf(
  context: Pick<Context, 'sql' | 'workspaceId' | 'now'>,
  object: ObjectType,
): Promise<ReadonlyMap<string, Field>> {
  if (!object.extensible) return new Map();
  const known = kept.get(context.workspaceId);
  const nowMs = context.now.getTime();
  if (known && known.until > nowMs) return known.fields.get(object.name) ?? new Map();
  const rows = await context.sql.rows<CustomFieldRow>(
    sql`select id, object, name, label, description, type, options, required, indexed, privacy from custom_fields
        where workspace_id = kith.workspace_id() and deleted_at is null order by created_at, id`,
  );
  const fields = new Map<string, Map<string, Field>>();
  for (const row of rows) {
    const ofObject = fields.get(row.object) ?? new Map<string, Field>();
    ofObject.set(`custom.${row.name}`, fieldOf(row));
    fields.set(row.object, ofObject);
  }
  kept.set(context.workspaceId, { until: nowMs + keptMs, fields });
  return fields.get(object.name) ?? new Map();
}

function fieldOf(row: CustomFieldRow): Field {
  const draft = {
    type: row.type,
    label: row.label,
    description: row.description,
    privacy: row.privacy,
    required: row.required,
    personal: true,
    ...(row.options.length > 0 ? { choices: row.options } : {}),
    // Of a long text only the beginning is kept where lists look.
    filterable: row.indexed && row.type !== 'longText',
    sortable: row.indexed && !['tags', 'longText'].includes(row.type),
  };
  return { ...completeField(`custom.${row.name}`, draft), column: 'custom_fields', valuesId: row.id, custom: true };
}
