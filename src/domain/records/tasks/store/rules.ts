import type { Context } from '#platform/context';
import { type Sql, sql } from '#platform/database';
import type { ObjectType } from '#platform/fields';
import { listCondition } from '#platform/records';

export interface RuleRow {
  id: string;
  event: string;
  filter: unknown;
  data: Record<string, unknown> | null;
  task: unknown;
}

const mostRules = 200;

/** The rules that wait for any of these types of event, in the order in which they were made. */
export function rulesFor(reader: Sql, types: readonly string[]): Promise<RuleRow[]> {
  return reader.rows(sql<RuleRow>`select id, event, filter, data, task from task_rules
    where workspace_id = kith.workspace_id() and enabled and deleted_at is null and event = any(${types}::text[])
    order by created_at, id limit ${mostRules}`);
}

/** Which of some records are there and meet a filter. Errors: `unknown_field`, `validation_failed`. */
export async function meeting(
  context: Context,
  object: ObjectType,
  ids: readonly string[],
  filter: unknown,
): Promise<string[]> {
  const condition = await listCondition(context, object, { filter: filter ?? undefined });
  const rows = await context.sql.rows<{ id: string }>(
    sql`select t.id from ${sql.table(object.table)} t where ${condition} and t.id = any(${ids}::uuid[]) order by t.id`,
  );
  return rows.map(({ id }) => id);
}
