import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#platform/context';
import type { ObjectType } from '#platform/fields';
import { type Cursor, otherListsCursor } from './cursor.ts';
import { nameMatches, otherMatches, type Place, partMatches } from './search.ts';

export interface SearchRow {
  json: string;
  /** The stretch of the search that the record was found in. */
  list: string;
  key: string;
  id: string;
}

/** The stretches of a search, in the order in which they are read. */
const stretches = [
  { list: 'q:names', find: nameMatches },
  { list: 'q:others', find: otherMatches },
] as const;
const parts = { list: 'q:parts', find: partMatches };

export interface SearchRequest {
  typed: string;
  /** What is read of each record `t`. */
  json: RawBuilder<string>;
  /** The conditions that a record `t` must meet. */
  where: RawBuilder<unknown>;
  most: number;
  after: Cursor | undefined;
  /** Records are found by their names only. */
  byNameOnly?: boolean | undefined;
}

/**
 * What a search finds, in its own order: first those in whose names every typed word begins a word, in alphabetical order from the
 * longest of these words on; then those where the words stand elsewhere too, by name; and if there is nobody at all, those that hold
 * what was typed in the middle of a word, by name. Answers `most` rows at most; what a stretch lacks comes from the next.
 */
export async function searchPage(context: Context, object: ObjectType, request: SearchRequest): Promise<SearchRow[]> {
  const { after, byNameOnly } = request;
  const read = (stretch: (typeof stretches)[number] | typeof parts, most: number) =>
    readStretch(context, object, request, stretch, after?.list === stretch.list ? placeOf(after) : undefined, most);
  if (byNameOnly) {
    if (after && after.list !== stretches[0].list) throw otherListsCursor();
    return read(stretches[0], request.most);
  }
  if (after?.list === parts.list) return read(parts, request.most);
  const first = after ? stretches.findIndex((one) => one.list === after.list) : 0;
  if (first < 0) throw otherListsCursor();
  const rows: SearchRow[] = [];
  for (const stretch of stretches.slice(first)) {
    if (rows.length < request.most) rows.push(...(await read(stretch, request.most - rows.length)));
  }
  return rows.length === 0 && !after ? read(parts, request.most) : rows;
}

function placeOf({ key, id }: Cursor): Place {
  if (typeof key !== 'string') throw otherListsCursor();
  return { key, id };
}

/** The join is lateral and fenced, so that records are read one by one in the order of the search until the page is full. */
async function readStretch(
  context: Context,
  object: ObjectType,
  { typed, json, where }: SearchRequest,
  { list, find }: { list: string; find: typeof nameMatches },
  after: Place | undefined,
  most: number,
): Promise<SearchRow[]> {
  const source = find(object, typed, after);
  if (!source) return [];
  const rows = await context.sql.rows(sql<Omit<SearchRow, 'list'>>`select r.json, s.key, s.record_id as id
    from (${source}) s
    cross join lateral (select ${json} as json from ${sql.table(object.table)} t where t.id = s.record_id and ${where} offset 0) r
    order by s.key collate "C", s.record_id limit ${most}`);
  return rows.map((row) => ({ ...row, list }));
}
