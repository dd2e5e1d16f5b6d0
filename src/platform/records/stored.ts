import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import type { ObjectType } from '#platform/fields';
import { valuesOf } from './values.ts';
import { recordsOf } from './workspace-object.ts';

/** Stored rows by id, as `to_json` gives them; `lock` holds them until the transaction ends. */
export async function storedRows(
  context: Context,
  object: ObjectType,
  ids: readonly string[],
  lock: 'lock' | 'look',
): Promise<Map<string, Record<string, unknown>>> {
  if (ids.length === 0) return new Map();
  const rows = await context.sql.rows<{
    row: Record<string, unknown>;
  }>(sql`select to_json(t) as row from ${sql.table(object.table)} t
    where ${recordsOf(object)} and t.id = any(${ids}::uuid[]) order by t.id ${lock === 'lock' ? sql`for update` : sql``}`);
  return new Map(rows.map(({ row }) => [row.id as string, row]));
}

/** What records hold now, by field. */
export async function currentValues(
  context: Context,
  object: ObjectType,
  ids: readonly string[],
  lock: 'lock' | 'look' = 'look',
): Promise<Map<string, Values>> {
  const rows = await storedRows(context, object, ids, lock);
  return new Map([...rows].map(([id, row]) => [id, valuesOf(object, row)]));
}
