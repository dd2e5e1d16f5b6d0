import type { z } from 'zod';
import { may } from '#platform/actor';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import { Problem } from '#platform/errors';
import { customValueSchema, type Field, fieldOf, type ObjectType, recordRef } from '#platform/fields';
import { publicId, tryParseId } from '#platform/ids';
import { mergedInto, missing } from '#platform/operations';
import { nearest } from '#platform/text';
import { forgetCustomFields } from './custom-fields.ts';
import { namesOf } from './names.ts';
import { customFieldsOf, refuseUnwritable, seenBy } from './sight/seen.ts';
import { flatten } from './values.ts';
import { findObject, recordsOf } from './workspace-object.ts';

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
  const given = flatten(input);
  const values = underOwnNames(object, given);
  try {
    await refuseUnreadable(context, object, input, values);
    await checkCustom(context, object, values, options.whole ?? false);
    await refuseUnknownReferences(context, object, values);
  } catch (error) {
    if (options.id && !(await namesOf(context, object, [options.id])).has(options.id))
      throw missing(object, options.id);
    throw error;
  }
  return values;
}

/** A field that the actor may not know of is refused as one that is not there; one that they may not write, by name. */
async function refuseUnreadable(context: Context, object: ObjectType, input: Values, values: Values): Promise<void> {
  if (!context.sight) return;
  const { narrowed } = await seenBy(context, object);
  for (const name of Object.keys(input)) {
    const field = fieldOf(object, name);
    if (!field || narrowed.get(field.name) !== 'hidden' || input[name] === undefined) continue;
    const message = 'there is no such field here';
    throw new Problem('validation_failed', { detail: `${name}: ${message}`, mistakes: [{ path: name, message }] });
  }
  const hidden = (name: string) => narrowed.get(name) === 'hidden';
  await refuseUnwritable(
    context,
    object,
    Object.keys(values).filter((name) => !hidden(name)),
  );
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
  const { narrowed } = await seenBy(context, object);
  for (const field of custom.values())
    if (field.required && !narrowed.has(field.name) && values[field.name] === undefined && field.initial === undefined)
      throw wrongValue(field, 'is required');
}

function unknownField(object: ObjectType, name: string, custom: ReadonlyMap<string, Field>): Problem {
  const near = nearest(name, custom.keys());
  return new Problem('unknown_field', {
    detail: `There is no custom field '${name.slice(7, 80)}' on ${object.plural}.${near ? ` Did you mean '${near.slice(7)}'?` : ' An administrator can add it.'}`,
  });
}

const schemas = new WeakMap<Field, z.ZodType>();

function parsed(field: Field, value: unknown): unknown {
  if (field.readOnly) throw wrongValue(field, 'follows from other fields and cannot be set');
  const schema = schemas.get(field) ?? customValueSchema(field);
  schemas.set(field, schema);
  const result = schema.safeParse(value);
  if (!result.success) throw wrongValue(field, result.error.issues[0]?.message ?? 'is not valid');
  return result.data;
}

function wrongValue(field: Field, message: string): Problem {
  return new Problem('validation_failed', {
    detail: `${field.label}: ${message}`,
    mistakes: [{ path: `customFields.${field.name.slice(7)}`, message }],
  });
}

interface Reference {
  name: string;
  target: string;
  id: string;
}

const referring = new Set<Field['type']>(['reference', 'references', 'user', 'file']);

/** The records that the values of fields refer to. */
function referencesIn(fields: ReadonlyMap<string, Field>, values: Values): Reference[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const field = fields.get(name);
    if (!field || !referring.has(field.type)) return [];
    const target = field.type === 'user' || field.type === 'file' ? field.type : (field.to ?? '');
    const ids = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');
    return ids.map((id) => ({ name, target, id }));
  });
}

/** Throws `validation_failed` unless every record that the values refer to is in the workspace. */
async function refuseUnknownReferences(context: Context, object: ObjectType, values: Values): Promise<void> {
  for (const [name, value] of Object.entries(values))
    if (typeof value === 'string' && object.fields.get(name)?.type === 'record')
      values[name] = await hangingOn(context, name, value);
  const custom = object.extensible ? await customFieldsOf(context, object) : new Map<string, Field>();
  const references = [...referencesIn(object.fields, values), ...referencesIn(custom, values)];
  // All at once: one flight, however many kinds of record the values refer to.
  const byTarget = [...Map.groupBy(references, (one) => one.target)];
  await Promise.all(byTarget.map(([name, ofTarget]) => refuseAbsent(context, name, ofTarget, values)));
}

/** Throws `validation_failed` unless the records of one kind are there. */
async function refuseAbsent(
  context: Context,
  name: string,
  ofTarget: readonly Reference[],
  values: Values,
): Promise<void> {
  const target = await findObject(context, name);
  if (!target) throw unknownTarget(name, ofTarget[0] as Reference);
  const ids = ofTarget.map(({ id }) => tryParseId(target.prefix, id) ?? id);
  const rows = await context.sql.rows<{ id: string; merged: boolean }>(
    sql`select t.id, m.record_id is not null as merged from ${sql.table(target.table)} t
      left join merged_records m on m.workspace_id = t.workspace_id and m.record_id = t.id
      where ${recordsOf(target)} and t.id = any(${[...new Set(ids)]}::uuid[])`,
  );
  const there = new Set(rows.map((row) => row.id));
  await leadOn(
    context,
    target,
    values,
    ofTarget,
    rows.filter((row) => row.merged).map((row) => row.id),
  );
  const lacking = ofTarget.findIndex((_, index) => !there.has(ids[index] ?? ''));
  if (lacking < 0) return;
  const message = `there is no ${target.name} ${publicId(target.prefix, ids[lacking] ?? '')} in this workspace`;
  const path = (ofTarget[lacking]?.name ?? '').replace(/^custom\./, 'customFields.');
  throw new Problem('validation_failed', { detail: `${path}: ${message}.`, mistakes: [{ path, message }] });
}

/** Who names a record that was merged means the one that it was merged into. */
async function leadOn(
  context: Context,
  target: ObjectType,
  values: Values,
  references: readonly Reference[],
  merged: readonly string[],
): Promise<void> {
  const winners = await mergedInto(context.sql, merged);
  if (winners.size === 0) return;
  const led = (id: unknown) => {
    const winner = typeof id === 'string' ? winners.get(tryParseId(target.prefix, id) ?? id) : undefined;
    if (!winner) return id;
    return winners.has(String(id)) ? winner : publicId(target.prefix, winner);
  };
  for (const { name } of references) {
    const value = values[name];
    values[name] = Array.isArray(value) ? [...new Set(value.map(led))] : led(value);
  }
}

/** What hangs on a record of any kind needs one that is there, and that its maker may read; a merged one stands for what it was merged into. Errors: `not_allowed`, `validation_failed`. */
async function hangingOn(context: Context, name: string, value: string): Promise<string> {
  const ref = recordRef(value);
  if (!ref) throw new Error(`'${value}' was not checked.`);
  if (!may(context.actor, `${ref.object.area}:read`)) {
    throw new Problem('not_allowed', {
      detail: `This hangs on a ${ref.object.name}, which needs the permission ${ref.object.area}:read. An administrator can grant it.`,
    });
  }
  const there = await context.sql.first(
    sql`select 1 as there from ${sql.table(ref.object.table)} where workspace_id = kith.workspace_id() and id = ${ref.id} and deleted_at is null`,
  );
  if (there) return value;
  const winner = (await mergedInto(context.sql, [ref.id])).get(ref.id);
  if (winner) return hangingOn(context, name, publicId(ref.object.prefix, winner));
  const message = `there is no ${ref.object.name} ${value} in this workspace`;
  throw new Problem('validation_failed', { detail: `${name}: ${message}.`, mistakes: [{ path: name, message }] });
}

function unknownTarget(target: string, { name }: Reference): Problem {
  const message = `there is no kind of record '${target}' any more`;
  return new Problem('validation_failed', { detail: `${name}: ${message}.`, mistakes: [{ path: name, message }] });
}
