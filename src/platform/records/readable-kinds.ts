import { may } from '#platform/actor';
import type { Context } from '#platform/context';
import { type Query, sql } from '#platform/database';
import { kindsThatStandAlone } from '#platform/fields';

/**
 * The condition on `t` that what hangs on a record hangs on a kind of record that the actor may read; undefined when that is every kind.
 * `columns` hold the names of kinds.
 */
export function onReadableKinds(context: Context, columns: readonly string[]): Query<unknown> | undefined {
  const kinds = kindsThatStandAlone();
  const readable = kinds.filter((object) => may(context.actor, `${object.area}:read`)).map((object) => object.name);
  if (readable.length === kinds.length) return undefined;
  const conditions = columns.map((column) => sql`t.${sql.ref(column)} = any(${readable}::text[])`);
  return sql`(${sql.join(conditions, sql` and `)})`;
}
