import { may } from '#platform/actor';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import { Problem } from '#platform/errors';
import { type Field, fieldOf, type ObjectType, objectNamed, recordRef, valueSchema } from '#platform/fields';
import { publicId } from '#platform/ids';
import { refuseMissing } from '#platform/operations';
import { nearest } from '#platform/text';
import { customFieldsOf, forgetCustomFields } from './custom-fields.ts';
import { flatten } from './values.ts';

export interface CheckOptions {
  /** The record that the values are for: that it is not there is told before mistakes are. */
  id?: string;
  /** The values are all that the record will hold, so those that are required must be among them. */
  whole?: boolean;
}

/**
 * The values of an input, flat; custom fields and references are checked against the workspace.
 * Errors: `unknown_field`, `validation_failed`, and `not_found` when the record itself is missing.
 */
export async function checkedValues(
  context: Context,
  object: ObjectType,
  input: Values,
  options: CheckOptions = {},
): Promise<Values> {
  const values = underOwnNames(object, flatten(input));
  try {
    await checkCustom(context, object, values, options.whole ?? false);
    await refuseUnknownReferences(context, object, values);
  } catch (error) {
    if (options.id) await refuseMissing(object.name, options.id, context.sql);
    throw error;
  }
  return values;
}

/** Values under the names of their fields. Errors: `validation_failed` when one is given under two names. */
function underOwnNames(object: ObjectType, values: Values): Values {
  for (const [name, value] of Object.entries(values)) {
    const field = object.fields.has(name) ? undefined : fieldOf(object, name);
    if (!field) continue;
    if (values[field.name] !== undefined)
      throw new Problem('validation_failed', {
        detail: `${name} and ${field.name} are two names of one field: give one of them.`,
        mistakes: [{ path: name, message: `is another name of ${field.name}` }],
      });
    values[field.name] = value;
    delete values[name];
  }
  return values;
}

/** Replaces the custom values by their parsed ones. */
async function checkCustom(context: Context, object: ObjectType, values: Values, whole: boolean): Promise<void> {
  const names = Object.keys(values).filter((name) => name.startsWith('custom.'));
  if (names.length === 0 && !(whole && object.extensible)) return;
  let custom = await customFieldsOf(context, object);
  if (names.some((name) => !custom.has(name))) {
    // It may have been added a moment ago, by another process.
    forgetCustomFields(context.workspaceId);
    custom = await customFieldsOf(context, object);
  }
  for (const name of names) {
    const field = custom.get(name);
    if (!field) throw unknownField(object, name, custom);
    values[name] = parsed(field, values[name]);
  }
  if (!whole) return;
  for (const field of custom.values())
    if (field.required && values[field.name] === undefined) throw wrongValue(field, 'is required');
}

function unknownField(object: ObjectType, name: string, custom: ReadonlyMap<string, Field>): Problem {
  const near = nearest(name, custom.keys());
  return new Problem('unknown_field', {
    detail: `There is no custom field '${name.slice(7, 80)}' on ${object.plural}.${near ? ` Did you mean '${near.slice(7)}'?` : ' An administrator can add it.'}`,
  });
}

const customEmail = /^[^\s@]+@[^\s@]+$/;

function parsed(field: Field, value: unknown): unknown {
  const result = valueSchema(field).safeParse(value);
  if (!result.success) throw wrongValue(field, result.error.issues[0]?.message ?? 'is not valid');
  const { data } = result;
  if (typeof data !== 'string') return data;
  if (field.type === 'email' && !customEmail.test(data)) throw wrongValue(field, 'must be an e-mail address');
  if (field.type === 'url' && !/^https?:/i.test(data))
    throw wrongValue(field, 'must be a web address, as https://example.com');
  if (field.type === 'url' && !URL.canParse(data))
    throw wrongValue(field, 'must be a web address, as https://example.com');
  return data;
}

function wrongValue(field: Field, message: string): Problem {
  return new Problem('validation_failed', {
    detail: `${field.label}: ${message}`,
    mistakes: [{ path: `customFields.${field.name.slice(7)}`, message }],
  });
}

/** Throws `validation_failed` unless every record that the values refer to is in the workspace. */
async function refuseUnknownReferences(context: Context, object: ObjectType, values: Values): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = object.fields.get(name);
    if (typeof value === 'string' && field?.type === 'record') await refuseUnseen(context, name, value);
    if (typeof value !== 'string' || (field?.type !== 'reference' && field?.type !== 'user')) continue;
    const target = objectNamed(field.type === 'user' ? 'user' : (field.to ?? ''));
    const there = await context.sql.first(
      sql`select 1 as there from ${sql.table(target.table)} where workspace_id = kith.workspace_id() and id = ${value}`,
    );
    if (there) continue;
    const message = `there is no ${target.name} ${publicId(target.prefix, value)} in this workspace`;
    throw new Problem('validation_failed', { detail: `${name}: ${message}.`, mistakes: [{ path: name, message }] });
  }
}

/** What hangs on a record of any kind needs one that is there, and that its maker may read. Errors: `not_allowed`, `validation_failed`. */
async function refuseUnseen(context: Context, name: string, value: string): Promise<void> {
  const ref = recordRef(value);
  if (!ref) throw new Error(`'${value}' was not checked.`);
  if (!may(context.actor, `${ref.object.plural}:read`)) {
    throw new Problem('not_allowed', {
      detail: `This hangs on a ${ref.object.name}, which needs the permission ${ref.object.plural}:read. An administrator can grant it.`,
    });
  }
  const there = await context.sql.first(
    sql`select 1 as there from ${sql.table(ref.object.table)} where workspace_id = kith.workspace_id() and id = ${ref.id} and deleted_at is null`,
  );
  if (there) return;
  const message = `there is no ${ref.object.name} ${value} in this workspace`;
  throw new Problem('validation_failed', { detail: `${name}: ${message}.`, mistakes: [{ path: name, message }] });
}
