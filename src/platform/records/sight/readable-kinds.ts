import { may } from '#platform/actor';
import type { Context } from '#platform/context';
import { type Query, sql } from '#platform/database';
import { Problem } from '#platform/errors';
import { kindsThatStandAlone, type ObjectType } from '#platform/fields';

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

const lacking = (context: Context, objects: readonly ObjectType[]) =>
  objects.find((object) => !may(context.actor, `${object.area}:read`));

/** The condition on what is a part of records of these kinds: nobody sees it who may not read them; undefined for who may. */
export function partsOfReadable(context: Context, objects: readonly ObjectType[]): Query<unknown> | undefined {
  return lacking(context, objects) ? sql`false` : undefined;
}

/** For operations on the parts of a record. Throws `not_allowed` where the actor may not read records of these kinds. */
export function refuseUnreadable(context: Context, objects: readonly ObjectType[]): void {
  const object = lacking(context, objects);
  if (!object) return;
  throw new Problem('not_allowed', {
    detail: `This is a part of ${object.plural}, which needs the permission ${object.area}:read. An administrator can grant it.`,
  });
}
