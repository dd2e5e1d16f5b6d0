import type { Context } from '#platform/context';
import { sql } from '#platform/database';

export interface NewCustomField {
  id: string;
  object: string;
  name: string;
  label: string;
  description: string;
  type: string;
  options: string[];
  required: boolean;
}

/** Adds a field; false when its name is taken. */
export async function insertCustomField(context: Context, field: NewCustomField): Promise<boolean> {
  const rows =
    await context.tx.rows(sql`insert into custom_fields (id, object, name, label, description, type, options, required, created_at, updated_at, created_by, updated_by)
    values (${field.id}, ${field.object}, ${field.name}, ${field.label}, ${field.description}, ${field.type}, ${JSON.stringify(field.options)}::jsonb,
      ${field.required}, ${context.now}, ${context.now}, ${context.actor.id}, ${context.actor.id})
    on conflict (workspace_id, object, name) where deleted_at is null do nothing returning id`);
  return rows.length > 0;
}

/** Takes a field out of use; false when there is none. */
export async function markCustomFieldDeleted(context: Context, object: string, name: string): Promise<boolean> {
  const rows =
    await context.tx.rows(sql`update custom_fields set deleted_at = ${context.now}, updated_at = ${context.now}, updated_by = ${context.actor.id}
    where workspace_id = kith.workspace_id() and object = ${object} and name = ${name} and deleted_at is null returning id`);
  return rows.length > 0;
}
