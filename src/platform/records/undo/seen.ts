import type { RawBuilder } from 'kysely';
import { may } from '#platform/actor';
import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import type { ObjectType } from '#platform/fields';
import { kindOf } from '../kind.ts';
import { findObject, recordsOf } from '../workspace-object.ts';

/** A kind of record by its name; undefined when it is gone, or when the actor may not read such records. */
export async function readableObject(context: Context, name: string): Promise<ObjectType | undefined> {
  const object = await findObject(context, name);
  return object && may(context.actor, `${object.area}:read`) ? object : undefined;
}

/** Which of these records are for the actor's eyes; deleted ones too. Those that are not there are left out. */
export async function seenRecords(context: Context, object: ObjectType, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const visible = kindOf(object).visible?.(context);
  const rows = await context.sql.rows<{ id: string }>(sql`select t.id from ${sql.table(object.table)} t
    where ${recordsOf(object)} and t.id = any(${ids}::uuid[])
      ${visible ? sql`and (${visible as RawBuilder<unknown>})` : sql``}`);
  return new Set(rows.map(({ id }) => id));
}
