import type { Context } from '#platform/context';
import { type Sql, sql, type Transaction } from '#platform/database';
import type { ObjectType } from '#platform/fields';
import { recordsOf } from '#platform/records';

/** Whoever changes fields waits for others who do: limits, names and rings are then decided on what is there. */
export function lockFields(tx: Transaction): void {
  tx.send(sql`select pg_advisory_xact_lock(hashtextextended(kith.workspace_id()::text || 'fields', 0))`);
}

/** The field that has a name, or had it until its values are removed. */
export function takenName(
  reader: Sql,
  object: string,
  name: string,
  butId: string,
): Promise<{ deleted: boolean } | undefined> {
  return reader.first(sql`select deleted_at is not null as deleted from custom_fields
    where workspace_id = kith.workspace_id() and object = ${object} and name = ${name} and purged_at is null and id <> ${butId}`);
}

/** How many fields a kind of record has. */
export async function fieldsInUse(reader: Sql, object: string): Promise<number> {
  const row = await reader.first<{ count: number }>(sql`select count(*) as count from custom_fields
    where workspace_id = kith.workspace_id() and object = ${object} and deleted_at is null`);
  return row?.count ?? 0;
}

/** Values of a field that several records have, up to five. */
export function repeatedValues(
  context: Context,
  object: ObjectType,
  fieldId: string,
): Promise<{ value: string; count: number }[]> {
  return context.sql.rows(sql`select min(coalesce(v.text_value, v.number_value::text, v.time_value::text)) as value, count(*) as count
    from field_values v join ${sql.table(object.table)} t on t.id = v.record_id
    where v.workspace_id = kith.workspace_id() and v.field_id = ${fieldId} and ${recordsOf(object)} and t.deleted_at is null
    group by lower(v.text_value), v.number_value, v.time_value having count(*) > 1 order by 2 desc limit 5`);
}

export interface StoredField {
  id: string;
  object: string;
  name: string;
  type: string;
  deleted: boolean;
  deletedAt: Date | null;
  purged: boolean;
}

/** A field by its id, deleted or not. */
export function fieldById(reader: Sql, id: string): Promise<StoredField | undefined> {
  return reader.first(sql`select id, object, name, type, deleted_at is not null as deleted, deleted_at as "deletedAt", purged_at is not null as purged
    from custom_fields where workspace_id = kith.workspace_id() and id = ${id}`);
}

/** The ids of the next records of an object, deleted ones too. */
export async function nextRecords(
  reader: Sql,
  object: ObjectType,
  afterId: string | undefined,
  most: number,
): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(sql`select t.id from ${sql.table(object.table)} t
    where ${recordsOf(object)} ${afterId ? sql`and t.id > ${afterId}::uuid` : sql``} order by t.id limit ${most}`);
  return rows.map((row) => row.id);
}

/** The next records that hold a value of a custom field, deleted ones too. */
export function recordsHolding(
  reader: Sql,
  object: ObjectType,
  name: string,
  afterId: string | undefined,
  most: number,
): Promise<{ id: string; value: unknown }[]> {
  return reader.rows(sql`select t.id, t.custom_fields -> ${name} as value from ${sql.table(object.table)} t
    where ${recordsOf(object)} and jsonb_exists(t.custom_fields, ${name}) ${afterId ? sql`and t.id > ${afterId}::uuid` : sql``}
    order by t.id limit ${most}`);
}

/** The values of a field with how often each is there, the most frequent first. */
export function valueCounts(
  reader: Sql,
  object: ObjectType,
  name: string,
  most: number,
): Promise<{ value: unknown; count: number }[]> {
  return reader.rows(sql`select t.custom_fields -> ${name} as value, count(*) as count from ${sql.table(object.table)} t
    where ${recordsOf(object)} and jsonb_exists(t.custom_fields, ${name}) group by 1 order by 2 desc limit ${most}`);
}

/** Takes the values of a field out of records, for good. */
export function removeValues(tx: Transaction, object: ObjectType, field: StoredField, ids: readonly string[]): void {
  tx.send(sql`update ${sql.table(object.table)} t set custom_fields = t.custom_fields - ${field.name}::text
    where ${recordsOf(object)} and t.id = any(${ids}::uuid[])`);
  tx.send(
    sql`delete from field_values where workspace_id = kith.workspace_id() and field_id = ${field.id} and record_id = any(${ids}::uuid[])`,
  );
}

/** Says that the values of a deleted field are gone: its name is free. */
export function markPurged(tx: Transaction, id: string, at: Date): void {
  tx.send(sql`update custom_fields set purged_at = ${at} where workspace_id = kith.workspace_id() and id = ${id}`);
}

/** Says that the values of a field are in step with its definition. */
export function endWork(tx: Transaction, id: string): void {
  tx.send(
    sql`update custom_fields set working = false where workspace_id = kith.workspace_id() and id = ${id} and working`,
  );
}

/** The currency of the workspace; undefined while nobody has set it. */
export async function workspaceCurrency(reader: Sql): Promise<string | undefined> {
  const row = await reader.first<{ currency: string | null }>(
    sql`select settings ->> 'currency' as currency from workspaces where id = kith.workspace_id()`,
  );
  return row?.currency ?? undefined;
}

/** What is known of an added field beside its definition. */
export interface FieldState {
  id: string;
  name: string;
  label: string;
  position: number;
  version: number;
  working: boolean;
  deletedAt: Date | null;
}

/** The states of the fields of an object, or of one of them; of deleted ones too, until their values are removed. */
export function fieldStates(reader: Sql, object: string, id?: string): Promise<FieldState[]> {
  return reader.rows(sql`select id, name, label, position, version, working, deleted_at as "deletedAt" from custom_fields
    where workspace_id = kith.workspace_id() and object = ${object} and purged_at is null ${id ? sql`and id = ${id}` : sql``}
    order by position, created_at, id`);
}

/** The ids of the newest records of an object. */
export async function newestRecords(reader: Sql, object: ObjectType, most: number): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(sql`select t.id from ${sql.table(object.table)} t
    where ${recordsOf(object)} and t.deleted_at is null order by t.created_at desc, t.id desc limit ${most}`);
  return rows.map((row) => row.id);
}
