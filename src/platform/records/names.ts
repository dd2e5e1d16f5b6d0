import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import type { ObjectType } from '#platform/fields';
import { recordsOf } from './workspace-object.ts';

/** What records are called, by id; deleted ones too. Those that are not there are left out. */
export async function namesOf(
  context: Context,
  object: ObjectType,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await context.sql.rows<{ id: string; name: string }>(sql`
    select t.id, t.${sql.ref(object.nameColumn)} as name from ${sql.table(object.table)} t
    where ${recordsOf(object)} and t.id = any(${ids}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.name]));
}
