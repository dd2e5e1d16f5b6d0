import type { RawBuilder } from 'kysely';
import type { Context } from '#platform/context';
import { type Sql, sql } from '#platform/database';
import { Problem } from '#platform/errors';
import type { Field, ObjectType } from '#platform/fields';
import { RawJson } from '#platform/operations';
import { customFieldsOf } from './custom-fields.ts';
import { conditionOf, type FilterableObject, fieldNamed, valueColumn } from './filter.ts';
import { kindOf } from './kind.ts';
import { chooseFields, recordJson } from './projection.ts';
import { wantsCustom } from './read.ts';
import { substringCondition, wordsCondition } from './search.ts';

export interface ListRequest {
  limit: number;
  cursor?: string | undefined;
  sort?: string | undefined;
  q?: string | undefined;
  filter?: unknown;
  fields?: readonly string[] | undefined;
  count?: 'bounded' | 'exact' | undefined;
  /** Only deleted records, instead of those that are there. */
  deleted?: boolean | undefined;
}

const countedAtMost = 10_000;

interface Order {
  field: Field;
  descending: boolean;
  column: RawBuilder<unknown>;
}

interface PageRow {
  json: string;
  key: unknown;
  id: string;
}

/** A page of records as JSON text: `{data, page: {next?, total?, totalIsExact?}}`. Errors: `unknown_field`, `validation_failed`, `bad_request` for a foreign cursor. */
export async function listRecords(context: Context, object: ObjectType, request: ListRequest): Promise<RawJson> {
  const target: FilterableObject = { kind: kindOf(object), object, custom: await customFieldsOf(context, object) };
  const order = orderOf(target, request.sort ?? (request.q ? 'name' : object.defaultSort));
  const json = recordJson(object, chooseFields(object, request.fields), wantsCustom(request.fields));
  const after = request.cursor ? sql`and ${afterCursor(order, request.cursor)}` : sql``;
  const direction = order.descending ? sql`desc` : sql`asc`;
  // An index is read backwards with its NULLs first: where a column has none, saying where they go would cost a sort.
  const nulls = neverEmpty.has(order.field.name) ? sql`` : sql`nulls last`;
  const { rows, where } = await searching(target, request, (condition) =>
    context.sql.rows(sql<PageRow>`select ${json} as json, ${order.column} as key, t.id
      from ${sql.table(object.table)} t ${joinOf(order)} where ${condition} ${after}
      order by ${order.column} ${direction} ${nulls}, t.id ${direction} limit ${request.limit + 1}`),
  );
  const total = await countOf(context.sql, object, where, request.count);
  const shown = rows.slice(0, request.limit);
  const last = shown.at(-1);
  const next = rows.length > request.limit && last ? cursorOf(order, last.key, last.id) : undefined;
  return new RawJson(
    `{"data":[${shown.map((row) => row.json).join(',')}],"page":${JSON.stringify({ next, ...total })}}`,
  );
}

/** The ids of all records of a list, up to `most`, in order of id: what a bulk operation works on. */
export async function listIds(
  context: Context,
  object: ObjectType,
  request: Pick<ListRequest, 'q' | 'filter' | 'deleted'>,
  most: number,
  afterId?: string,
): Promise<string[]> {
  const target: FilterableObject = { kind: kindOf(object), object, custom: await customFieldsOf(context, object) };
  const after = afterId ? sql`and t.id > ${afterId}::uuid` : sql``;
  const { rows } = await searching(target, request, (condition) =>
    context.sql.rows<{ id: string }>(
      sql`select t.id from ${sql.table(object.table)} t where ${condition} ${after} order by t.id limit ${most}`,
    ),
  );
  return rows.map((row) => row.id);
}

/** Reads with the search by beginnings of words, and where that finds nothing, with any part of a word. */
async function searching<Row>(
  target: FilterableObject,
  request: Pick<ListRequest, 'q' | 'filter' | 'deleted'>,
  read: (condition: RawBuilder<unknown>) => Promise<Row[]>,
): Promise<{ rows: Row[]; where: RawBuilder<unknown> }> {
  const base = baseCondition(target, request);
  const typed = request.q?.trim();
  if (!typed) return { rows: await read(base), where: base };
  const byWords = sql`${base} and ${wordsCondition(target.object, typed)}`;
  const rows = await read(byWords);
  const bySubstring = rows.length === 0 ? substringCondition(target.object, typed) : undefined;
  if (!bySubstring) return { rows, where: byWords };
  const where = sql`${base} and ${bySubstring}`;
  return { rows: await read(where), where };
}

function baseCondition(
  target: FilterableObject,
  request: Pick<ListRequest, 'filter' | 'deleted'>,
): RawBuilder<unknown> {
  const parts = [
    sql`t.workspace_id = kith.workspace_id()`,
    request.deleted ? sql`t.deleted_at is not null` : sql`t.deleted_at is null`,
  ];
  if (request.filter !== undefined) parts.push(conditionOf(target, request.filter));
  return sql.join(parts, sql` and `);
}

function orderOf(target: FilterableObject, sort: string): Order {
  const descending = sort.startsWith('-');
  const field = fieldNamed(target, descending ? sort.slice(1) : sort, 'sortable');
  return { field, descending, column: field.custom ? valueColumn(field) : sql`t.${sql.ref(field.column)}` };
}

function joinOf(order: Order): RawBuilder<unknown> {
  if (!order.field.custom) return sql``;
  return sql`left join field_values v on v.workspace_id = kith.workspace_id() and v.field_id = ${order.field.valuesId} and v.record_id = t.id and v.position = 0`;
}

function cursorOf(order: Order, key: unknown, id: string): string {
  const value = key instanceof Date ? key.toISOString() : key;
  return Buffer.from(JSON.stringify([order.field.name, order.descending, value, id])).toString('base64url');
}

function afterCursor(order: Order, cursor: string): RawBuilder<unknown> {
  const [name, descending, key, id] = parseCursor(cursor);
  if (name !== order.field.name || descending !== order.descending) {
    throw new Problem('bad_request', {
      detail: 'This cursor belongs to a list with another sort. Start again without a cursor.',
    });
  }
  const than = descending ? sql`<` : sql`>`;
  const sameKey = sql`(${order.column} is not distinct from ${key} and t.id ${than} ${id}::uuid)`;
  if (key === null) return sameKey;
  const typed = order.field.type === 'dateTime' || order.field.type === 'date' ? sql`${key}::timestamptz` : sql`${key}`;
  if (neverEmpty.has(order.field.name)) return sql`(${order.column}, t.id) ${than} (${typed}, ${id}::uuid)`;
  return sql`(${order.column} ${than} ${typed} or ${order.column} is null or ${sameKey})`;
}

const neverEmpty = new Set(['createdAt', 'updatedAt', 'name', 'leadScore', 'qualityScore', 'occurredAt']);

function parseCursor(cursor: string): [string, boolean, string | number | null, string] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(parts) &&
      parts.length === 4 &&
      typeof parts[0] === 'string' &&
      /^[0-9a-f-]{36}$/.test(String(parts[3]))
    ) {
      return parts as [string, boolean, string | number | null, string];
    }
  } catch {
    // Falls through to the refusal: what cannot be read is not one of ours.
  }
  throw new Problem('bad_request', {
    detail: 'This cursor is not one of ours. Take it from page.next of the list before.',
  });
}

async function countOf(
  reader: Sql,
  object: ObjectType,
  where: RawBuilder<unknown>,
  how: ListRequest['count'],
): Promise<{ total?: number; totalIsExact?: boolean }> {
  if (!how) return {};
  const bound = how === 'exact' ? sql`` : sql`limit ${countedAtMost + 1}`;
  const row = await reader.first<{ total: number }>(
    sql`select count(*) as total from (select 1 from ${sql.table(object.table)} t where ${where} ${bound}) counted`,
  );
  const total = row?.total ?? 0;
  return how === 'exact' || total <= countedAtMost
    ? { total, totalIsExact: true }
    : { total: countedAtMost, totalIsExact: false };
}
