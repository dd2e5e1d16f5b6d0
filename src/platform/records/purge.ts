import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { beyondReach, isBeyondReach, sql } from '#platform/database';
import { type Field, kindColumn, type ObjectType, objectCatalogue } from '#platform/fields';
import { publicId } from '#platform/ids';
import { forgetSearched } from '#platform/search';
import { writableOf } from './beyond.ts';
import { refreshRollupsOver } from './computed/rollups.ts';
import { prefixOf } from './create.ts';
import { allCustomFields, rollupsOver } from './custom-fields.ts';
import { kindOf } from './kind.ts';
import { currentValues } from './stored.ts';
import { findObject, recordsOf } from './workspace-object.ts';

/** Records that refer to others by one field. */
export interface Referrers {
  object: ObjectType;
  field: Field;
  ids: string[];
}

/** Which records refer to these, by which field, one of the workspace's own too; deleted ones too. Up to `most` a field. */
export async function referrersOf(
  context: Context,
  object: ObjectType,
  ids: readonly string[],
  most: number,
): Promise<Referrers[]> {
  const found: Referrers[] = [];
  for (const other of objectCatalogue().values()) {
    for (const field of other.fields.values()) {
      if (field.type !== 'reference' || field.to !== object.name) continue;
      const rows = await context.sql.rows<{ id: string }>(sql`select t.id from ${sql.table(other.table)} t
        where t.workspace_id = kith.workspace_id() and t.${sql.ref(field.column)} = any(${ids}::uuid[]) limit ${most}`);
      if (rows.length > 0) found.push({ object: other, field, ids: rows.map((row) => row.id) });
    }
  }
  return [...found, ...(await customReferrersOf(context, object, ids, most))];
}

/** As `referrersOf`, by the fields that the workspace has added: what they refer to is kept beside the records. */
async function customReferrersOf(
  context: Context,
  object: ObjectType,
  ids: readonly string[],
  most: number,
): Promise<Referrers[]> {
  const shown = ids.map((id) => publicId(object.prefix, id));
  const found: Referrers[] = [];
  for (const [name, fields] of await allCustomFields(context)) {
    const referring = [...fields.values()].filter(
      (field) => (field.type === 'reference' || field.type === 'references') && field.to === object.name,
    );
    const other = referring.length > 0 ? await findObject(context, name) : undefined;
    for (const field of other ? referring : []) {
      const rows = await context.sql.rows<{ id: string }>(sql`select distinct v.record_id as id from field_values v
        where v.workspace_id = kith.workspace_id() and v.field_id = ${field.valuesId}::uuid
          and v.text_value = any(${shown}::text[]) limit ${most}`);
      if (other && rows.length > 0) found.push({ object: other, field, ids: rows.map((row) => row.id) });
    }
  }
  return found;
}

/**
 * Removes records for good, with what is kept beside them and what hangs on them (relationships, comments, files); it cannot be undone. No
 * record of its own may refer to them any more. Their history stays:
 * the values of a person in it are sealed, and who drops the key of that person makes them unreadable. Answers how many were there.
 */
export async function purgeRecords(context: Context, object: ObjectType, ids: readonly string[]): Promise<number> {
  const own = isBeyondReach() ? ids : [...(await writableOf(context, object, ids))];
  return own.length === 0 ? 0 : beyondReach(() => purgeAll(context, object, own));
}

async function purgeAll(context: Context, object: ObjectType, ids: readonly string[]): Promise<number> {
  if (object.standsAlone) await purgeWhatHangs(context, object, ids);
  await kindOf(object).beforePurge?.(context, ids);
  const summedUp = (await rollupsOver(context, object)).length > 0;
  const before = summedUp ? await currentValues(context, object, ids) : new Map<string, Values>();
  const gone = await context.tx.rows<{ id: string }>(sql`delete from ${sql.table(object.table)} t
    where ${recordsOf(object)} and t.id = any(${ids}::uuid[]) returning t.id`);
  if (gone.length === 0) return 0;
  const recordIds = gone.map((row) => row.id);
  context.tx.send(sql`delete from field_values
    where workspace_id = kith.workspace_id() and record_id = any(${recordIds}::uuid[])`);
  await forgetSearched(context.tx, object, recordIds);
  const left = [...before].map(([id, values]) => ({
    id,
    before: values,
    after: { ...values, deletedAt: context.now.toISOString() },
    changed: new Set(['deletedAt']),
    extra: undefined,
  }));
  await refreshRollupsOver(context, object, left);
  context.emit({
    type: `${object.events}.deleted`,
    object: object.name,
    recordIds,
    data: { forGood: true, ...prefixOf(object) },
  });
  return gone.length;
}

/** What hangs on records of any kind goes with them. */
async function purgeWhatHangs(context: Context, object: ObjectType, ids: readonly string[]): Promise<void> {
  for (const other of objectCatalogue().values()) {
    for (const field of other.fields.values()) {
      if (field.type !== 'record') continue;
      const rows = await context.tx.rows<{ id: string }>(sql`select t.id from ${sql.table(other.table)} t
        where t.workspace_id = kith.workspace_id() and t.${sql.ref(field.column)} = any(${ids}::uuid[])
          and t.${sql.ref(kindColumn(field))} = ${object.name}`);
      const hanging = rows.map((row) => row.id);
      await purgeRecords(context, other, hanging);
    }
  }
}
