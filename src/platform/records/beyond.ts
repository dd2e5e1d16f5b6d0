import type { Context } from '#platform/context';
import { beyondReach, sql } from '#platform/database';
import type { ObjectType } from '#platform/fields';
import { recordsOf } from './workspace-object.ts';

/** Which of these records the actor may write, locked until the transaction ends. */
export async function writableOf(context: Context, object: ObjectType, ids: readonly string[]): Promise<Set<string>> {
  if (!context.sql.reach || ids.length === 0) return new Set(ids);
  const rows = await context.tx.rows<{ id: string }>(sql`select t.id from ${sql.table(object.table)} t
    where ${recordsOf(object)} and t.id = any(${ids}::uuid[]) order by t.id for no key update`);
  return new Set(rows.map((row) => row.id));
}

/** Which of these records the actor sees. */
export async function visibleOf(context: Context, object: ObjectType, ids: readonly string[]): Promise<Set<string>> {
  if (!context.sql.reach || ids.length === 0) return new Set(ids);
  const rows = await context.sql.rows<{ id: string }>(sql`select t.id from ${sql.table(object.table)} t
    where ${recordsOf(object)} and t.id = any(${ids}::uuid[])`);
  return new Set(rows.map((row) => row.id));
}

/** Whom to ask about records that are out of reach, by id: the name of the owner. That is all that is told of them. */
export async function whomToAsk(
  context: Context,
  object: ObjectType,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0 || !object.owned) return new Map();
  const rows = await beyondReach(() =>
    context.sql.rows<{ id: string; name: string }>(sql`select t.id, u.name from ${sql.table(object.table)} t
      join users u on u.workspace_id = t.workspace_id and u.id = t.owner_id
      where t.workspace_id = kith.workspace_id() and t.id = any(${ids}::uuid[])`),
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
