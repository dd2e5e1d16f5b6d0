import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#platform/context';
import type { ObjectType } from '#platform/fields';
import type { Cursor } from './cursor.ts';
import { checkedKey, keyType, type Order, type PageRow } from './order.ts';

interface CustomPage {
  json: RawBuilder<string>;
  /** The conditions that a record `t` must meet. */
  where: RawBuilder<unknown>;
  cursor: Cursor | undefined;
  most: number;
}

/**
 * A page in the order of a custom field: first the records that have a value, read in the order of its index so that the scan stops with
 * the page, then those that have none, by id.
 */
export async function customSortedRows(
  context: Context,
  object: ObjectType,
  order: Order,
  page: CustomPage,
): Promise<PageRow[]> {
  const { cursor, most } = page;
  const rows = cursor?.key === null ? [] : await rowsWithValue(context, object, order, page);
  if (rows.length >= most) return rows;
  const after = cursor?.key === null ? cursor.id : undefined;
  return [...rows, ...(await rowsWithout(context, object, order, page, { after, most: most - rows.length }))];
}

const directionOf = ({ descending }: Order) => (descending ? sql`desc` : sql`asc`);
const beyond = ({ descending }: Order) => (descending ? sql`<` : sql`>`);

function rowsWithValue(context: Context, object: ObjectType, order: Order, { json, where, cursor, most }: CustomPage) {
  const { column, field } = order;
  const after =
    cursor && cursor.key !== null
      ? sql`and (${column}, v.record_id) ${beyond(order)} (${checkedKey(field, cursor.key)}::${sql.raw(keyType(field))}, ${cursor.id}::uuid)`
      : sql``;
  const direction = directionOf(order);
  return context.sql.rows(sql<PageRow>`select ${json} as json, ${column} as key, t.id
    from field_values v join ${sql.table(object.table)} t on t.id = v.record_id
    where v.workspace_id = kith.workspace_id() and v.field_id = ${field.valuesId} and v.position = 0 and ${column} is not null
      and ${where} ${after}
    order by ${column} ${direction}, v.record_id ${direction} limit ${most}`);
}

function rowsWithout(
  context: Context,
  object: ObjectType,
  order: Order,
  { json, where }: CustomPage,
  { after, most }: { after: string | undefined; most: number },
) {
  const behind = after ? sql`and t.id ${beyond(order)} ${after}::uuid` : sql``;
  return context.sql.rows(sql<PageRow>`select ${json} as json, null as key, t.id from ${sql.table(object.table)} t
    where ${where} ${behind} and not exists (select 1 from field_values v
      where v.workspace_id = kith.workspace_id() and v.field_id = ${order.field.valuesId} and v.record_id = t.id and ${order.column} is not null)
    order by t.id ${directionOf(order)} limit ${most}`);
}
