import type { RawBuilder } from 'kysely';
import type { Context } from '#platform/context';
import { type Reach, type Sql, sql } from '#platform/database';
import type { ObjectType } from '#platform/fields';
import { RawJson } from '#platform/operations';
import { kindOf } from '../kind.ts';
import { chooseFields, chosenCustom, recordJson } from '../projection.ts';
import { type Seen, seenBy } from '../sight/seen.ts';
import { recordsOf } from '../workspace-object.ts';
import { type Cursor, cursorText, parseCursor } from './cursor.ts';
import { customSortedRows } from './custom-order.ts';
import { conditionOf, type FilterableObject } from './filter.ts';
import { withCommonFilters } from './filters-of-every-kind.ts';
import { afterCursor, neverEmpty, type Order, orderOf, type PageRow, refuseOthersCursor } from './order.ts';
import { reachedParts } from './reached.ts';
import { substringCondition, wordsCondition } from './search.ts';
import { searchPage } from './search-page.ts';

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

/** What lists of a kind can be filtered, sorted and searched by, as an actor sees it. */
function targetOf({ object, custom, byNameOnly }: Seen): FilterableObject {
  return { kind: kindOf(object), object, custom, byNameOnly };
}

/**
 * A page of records as JSON text: `{data, page: {next?, total?, totalIsExact?}}`. A search without a `sort` comes in the order of
 * `searchPage`. Errors: `unknown_field`, `validation_failed`, `bad_request` for a foreign cursor.
 */
export async function listRecords(context: Context, object: ObjectType, request: ListRequest): Promise<RawJson> {
  const seen = await seenBy(context, object);
  const target = targetOf(seen);
  const json = recordJson(
    seen.object,
    chooseFields(seen.object, request.fields, seen.custom),
    chosenCustom(request.fields, seen),
  );
  const after = request.cursor === undefined ? undefined : parseCursor(request.cursor);
  const typed = request.q?.trim();
  const wanted = { ...request, filter: await withCommonFilters(context, target, request.filter) };
  const { rows, where } =
    typed && request.sort === undefined
      ? await searchedRows(context, target, { ...wanted, q: typed }, json, after)
      : await sortedRows(context, target, wanted, json, after);
  const total = await countOf(context.sql, object, where, request.count);
  const shown = rows.slice(0, request.limit);
  const last = shown.at(-1);
  const next = rows.length > request.limit && last ? cursorText(last) : undefined;
  return new RawJson(
    `{"data":[${shown.map((row) => row.json).join(',')}],"page":${JSON.stringify({ next, ...total })}}`,
  );
}

interface FoundRow extends Cursor {
  json: string;
}

interface Found {
  rows: FoundRow[];
  /** The condition that all of them meet, for counting. */
  where: RawBuilder<unknown>;
}

async function searchedRows(
  context: Context,
  target: FilterableObject,
  request: ListRequest & { q: string },
  json: RawBuilder<string>,
  after: Cursor | undefined,
): Promise<Found> {
  const { q: typed } = request;
  const base = baseCondition(context, target, request);
  const { byNameOnly } = target;
  const most = request.limit + 1;
  const rows = await searchPage(context, target.object, { typed, json, where: base, most, after, byNameOnly });
  const inParts = (after ?? rows[0])?.list === 'q:parts' ? substringCondition(target, typed) : undefined;
  return { rows, where: sql`${base} and ${inParts ?? wordsCondition(target, typed)}` };
}

async function sortedRows(
  context: Context,
  target: FilterableObject,
  request: ListRequest,
  json: RawBuilder<string>,
  cursor: Cursor | undefined,
): Promise<Found> {
  const { object } = target;
  const order = orderOf(target, request.sort ?? object.defaultSort);
  refuseOthersCursor(order, cursor);
  const most = request.limit + 1;
  const { rows, where } = await searching(context, target, request, (condition) =>
    order.field.custom
      ? customSortedRows(context, object, order, { json, where: condition, cursor, most })
      : context.sql.rows(pageQuery(object, order, context.sql.reach, { json, where: condition, cursor, most })),
  );
  return {
    where,
    rows: rows.map((row) => ({
      ...row,
      key: row.key instanceof Date ? row.key.toISOString() : row.key,
      list: order.list,
    })),
  };
}

/** Throws `validation_failed` or `unknown_field` unless a list of the object could be filtered so. */
export async function refuseBadFilter(context: Context, object: ObjectType, filter: unknown): Promise<void> {
  conditionOf(targetOf(await seenBy(context, object)), filter);
}

interface PageQuery {
  json: RawBuilder<string>;
  where: RawBuilder<unknown>;
  cursor: Cursor | undefined;
  most: number;
}

/** The page of an actor who reaches some of the records: put together from the pages of their parts. */
function pageQuery(object: ObjectType, order: Order, reach: Reach | undefined, page: PageQuery) {
  const { json, where, cursor, most } = page;
  const after = cursor ? sql`and ${afterCursor(order, cursor)}` : sql``;
  const direction = order.descending ? sql`desc` : sql`asc`;
  const nulls = neverEmpty.has(order.field.name) ? sql`` : sql`nulls last`;
  const parts = reachedParts(
    object,
    reach,
    'list',
    (condition) => sql`select ${order.column} as key, t.id from ${sql.table(object.table)} t
      where ${where} and ${condition} ${after} order by ${order.column} ${direction} ${nulls}, t.id ${direction} limit ${most}`,
  );
  if (!parts) return sortedQuery(object, order, page);
  return sql<PageRow>`select ${json} as json, p.key, p.id
    from (select key, id from (${parts}) parts order by key ${direction} ${nulls}, id ${direction} limit ${most}) p
    join ${sql.table(object.table)} t on t.workspace_id = kith.workspace_id() and t.id = p.id
    order by p.key ${direction} ${nulls}, p.id ${direction}`;
}

function sortedQuery(object: ObjectType, order: Order, { json, where, cursor, most }: PageQuery) {
  const after = cursor ? sql`and ${afterCursor(order, cursor)}` : sql``;
  const direction = order.descending ? sql`desc` : sql`asc`;
  // An index is read backwards with its NULLs first: where a column has none, saying where they go would cost a sort.
  const nulls = neverEmpty.has(order.field.name) ? sql`` : sql`nulls last`;
  return sql<PageRow>`select ${json} as json, ${order.column} as key, t.id
    from ${sql.table(object.table)} t where ${where} ${after}
    order by ${order.column} ${direction} ${nulls}, t.id ${direction} limit ${most}`;
}

/** The ids of all records of a list, up to `most`, in order of id: what a bulk operation works on. */
export async function listIds(
  context: Context,
  object: ObjectType,
  request: Pick<ListRequest, 'q' | 'filter' | 'deleted'>,
  most: number,
  afterId?: string,
): Promise<string[]> {
  const target = targetOf(await seenBy(context, object));
  const after = afterId ? sql`and t.id > ${afterId}::uuid` : sql``;
  const wanted = { ...request, filter: await withCommonFilters(context, target, request.filter) };
  const { rows } = await searching(context, target, wanted, (condition) =>
    context.sql.rows<{ id: string }>(
      sql`select t.id from ${sql.table(object.table)} t where ${condition} ${after} order by t.id limit ${most}`,
    ),
  );
  return rows.map((row) => row.id);
}

/** Reads with the search by beginnings of words, and where that finds nothing, with any part of a word. */
async function searching<Row>(
  context: Context,
  target: FilterableObject,
  request: Pick<ListRequest, 'q' | 'filter' | 'deleted'>,
  read: (condition: RawBuilder<unknown>) => Promise<Row[]>,
): Promise<{ rows: Row[]; where: RawBuilder<unknown> }> {
  const base = baseCondition(context, target, request);
  const typed = request.q?.trim();
  if (!typed) return { rows: await read(base), where: base };
  const byWords = sql`${base} and ${wordsCondition(target, typed)}`;
  const rows = await read(byWords);
  const bySubstring = rows.length === 0 ? substringCondition(target, typed) : undefined;
  if (!bySubstring) return { rows, where: byWords };
  const where = sql`${base} and ${bySubstring}`;
  return { rows: await read(where), where };
}

/** The condition on `t` that a record is in a list, for those who count or add up what the list shows. Errors: `unknown_field`, `validation_failed`. */
export async function listCondition(
  context: Context,
  object: ObjectType,
  request: Pick<ListRequest, 'filter' | 'deleted'>,
): Promise<RawBuilder<unknown>> {
  const target = targetOf(await seenBy(context, object));
  const filter = await withCommonFilters(context, target, request.filter);
  return baseCondition(context, target, { ...request, filter });
}

function baseCondition(
  context: Context,
  target: FilterableObject,
  request: Pick<ListRequest, 'filter' | 'deleted'>,
): RawBuilder<unknown> {
  const parts = [recordsOf(target.object), request.deleted ? sql`t.deleted_at is not null` : sql`t.deleted_at is null`];
  const visible = target.kind.visible?.(context);
  if (visible) parts.push(visible as RawBuilder<unknown>);
  if (request.filter !== undefined) parts.push(conditionOf(target, request.filter));
  return sql.join(parts, sql` and `);
}

async function countOf(
  reader: Sql,
  object: ObjectType,
  where: RawBuilder<unknown>,
  how: ListRequest['count'],
): Promise<{ total?: number; totalIsExact?: boolean }> {
  if (!how) return {};
  const bound = how === 'exact' ? sql`` : sql`limit ${countedAtMost + 1}`;
  const one = (condition: RawBuilder<unknown>) =>
    sql`select 1 from ${sql.table(object.table)} t where ${where} and ${condition} ${bound}`;
  const found = reachedParts(object, reader.reach, 'count', one) ?? one(sql`true`);
  const row = await reader.first<{ total: number }>(
    sql`select count(*) as total from (select 1 from (${found}) found ${bound}) counted`,
  );
  const total = row?.total ?? 0;
  return how === 'exact' || total <= countedAtMost
    ? { total, totalIsExact: true }
    : { total: countedAtMost, totalIsExact: false };
}
