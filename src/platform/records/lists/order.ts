import { type RawBuilder, sql } from 'kysely';
import { type Field, valueKind } from '#platform/fields';
import { type Cursor, foreignCursor, otherListsCursor } from './cursor.ts';
import { type FilterableObject, fieldNamed, valueColumn } from './filter.ts';

/** A record of a page, as text, with the key that it is sorted by. */
export interface PageRow {
  json: string;
  key: string | number | Date | null;
  id: string;
}

/** How a list is sorted. */
export interface Order {
  /** Its name in cursors. */
  list: string;
  field: Field;
  descending: boolean;
  column: RawBuilder<unknown>;
}

/** Errors: `bad_request` for a cursor of another list. */
export function refuseOthersCursor(order: Order, cursor: Cursor | undefined): void {
  if (cursor && cursor.list !== order.list) throw otherListsCursor();
}

/** The order that `sort` asks for. Errors: `unknown_field`. */
export function orderOf(target: FilterableObject, sort: string): Order {
  const descending = sort.startsWith('-');
  const field = fieldNamed(target, descending ? sort.slice(1) : sort, 'sortable');
  const list = `${descending ? '-' : ''}${field.name}`;
  return { list, field, descending, column: field.custom ? valueColumn(field) : sql`t.${sql.ref(field.column)}` };
}

/** The condition that a record stands behind a cursor; empty values stand last either way. Errors: `bad_request`. */
export function afterCursor(order: Order, cursor: Cursor): RawBuilder<unknown> {
  const { key, id } = cursor;
  const than = order.descending ? sql`<` : sql`>`;
  if (key === null) return sql`(${order.column} is null and t.id ${than} ${id}::uuid)`;
  const typed = sql`${checkedKey(order.field, key)}::${sql.raw(keyType(order.field))}`;
  if (neverEmpty.has(order.field.name)) return sql`(${order.column}, t.id) ${than} (${typed}, ${id}::uuid)`;
  return sql`(${order.column} ${than} ${typed} or ${order.column} is null or (${order.column} = ${typed} and t.id ${than} ${id}::uuid))`;
}

/** The SQL type that the keys of a field are compared as. */
export function keyType(field: Field): 'float8' | 'int8' | 'date' | 'timestamptz' | 'text' {
  if (field.type === 'date' && !field.custom) return 'date';
  const kind = valueKind(field);
  if (kind === 'number') return field.custom ? 'float8' : 'int8';
  return kind === 'time' ? 'timestamptz' : 'text';
}

/** A key that the column could hold; a cursor may have been made up. */
export function checkedKey(field: Field, key: string | number): string | number {
  const type = keyType(field);
  if (type === 'text' && typeof key === 'string') return key;
  if (type === 'float8' && typeof key === 'number') return key;
  if (type === 'int8' && Number.isSafeInteger(key)) return key;
  if (type === 'date' && typeof key === 'string' && /^\d{4}-\d\d-\d\d$/.test(key)) {
    if (!Number.isNaN(Date.parse(key))) return key;
  }
  if (type === 'timestamptz' && typeof key === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(key)) {
    if (!Number.isNaN(Date.parse(key))) return key;
  }
  throw foreignCursor();
}

/** Fields that are never empty: their indexes need not be told where empty values go. */
export const neverEmpty = new Set([
  'createdAt',
  'updatedAt',
  'name',
  'leadScore',
  'qualityScore',
  'occurredAt',
  'priority',
]);
