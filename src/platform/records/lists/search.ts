import { type RawBuilder, sql } from 'kysely';
import type { ObjectType } from '#platform/fields';
import { foldWords } from '#platform/text';
import type { FilterableObject } from './filter.ts';

const mostWords = 8;

/** What people type, as the words that records are compared with. */
function typedWords(typed: string): string[] {
  const words = foldWords(typed.slice(0, 200)).split(' ').filter(Boolean);
  return [...new Set(words)].slice(0, mostWords);
}

/** Every word must begin some word of the record; words are of letters and digits only, so quoting them is enough. */
function prefixQuery(words: readonly string[]): string {
  return words.map((word) => `'${word}':*`).join(' & ');
}

type Searched = Pick<FilterableObject, 'object' | 'byNameOnly'>;

/** The condition that every word that was typed begins a word of the record. */
export function wordsCondition({ object, byNameOnly }: Searched, typed: string): RawBuilder<unknown> {
  const words = typedWords(typed);
  if (words.length === 0) return sql`false`;
  if (byNameOnly) return sql`t.id in (select m.record_id from (${nameMatches(object, typed, undefined) ?? sql``}) m)`;
  return sql`t.id in (select record_id from kith.search_words(${object.name}, ${prefixQuery(words)}::tsquery))`;
}

/** The condition that what was typed stands anywhere in the record; undefined when it is not to be looked for, or too short. */
export function substringCondition({ object, byNameOnly }: Searched, typed: string): RawBuilder<unknown> | undefined {
  const part = partOf(typed);
  return part === undefined || byNameOnly
    ? undefined
    : sql`t.id in (select record_id from kith.search_substring(${object.name}, ${part}))`;
}

function partOf(typed: string): string | undefined {
  const part = foldWords(typed.slice(0, 200));
  return part.length < 3 ? undefined : part;
}

/** The last place in a stretch of the search: the key it is sorted by, and the record. */
export interface Place {
  key: string;
  id: string;
}

/** A query of (record_id, key), in order of both. */
type Source = RawBuilder<unknown>;

const behind = (key: RawBuilder<unknown>, place: Place | undefined) =>
  place ? sql`and (${key}, record_id) > (${place.key} collate "C", ${place.id}::uuid)` : sql``;

/** The pattern of a key in which some word begins with `word`. */
const begins = (word: string) => `% ${word}%`;

/**
 * Records in whose name every word begins a word, from one stretch of the index, in alphabetical order of the name turned to the longest
 * word. A name that two turns of answer for is taken at the first of its words.
 */
export function nameMatches(object: ObjectType, typed: string, after: Place | undefined): Source | undefined {
  const words = typedWords(typed);
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
  if (!longest) return undefined;
  const others = words.filter((word) => word !== longest).map((word) => sql`and ' ' || key like ${begins(word)}`);
  return sql`select record_id, key from search_names
    where workspace_id = kith.workspace_id() and object = ${object.name}
      and key >= ${longest} and key < ${`${longest}\u{10ffff}`} ${behind(sql`key`, after)}
      and key not like ${`%!${begins(longest)}`} ${sql.join(others, sql` `)}
    order by key, record_id`;
}

/** Records that every word begins a word of, though not of their names alone, in alphabetical order. */
export function otherMatches(object: ObjectType, typed: string, after: Place | undefined): Source | undefined {
  const words = typedWords(typed);
  if (words.length === 0) return undefined;
  const inName = words.map((word) => sql`' ' || key like ${begins(word)}`);
  return sql`select record_id, key from kith.search_words(${object.name}, ${prefixQuery(words)}::tsquery)
    where not (${sql.join(inName, sql` and `)}) ${behind(sql`key collate "C"`, after)}
    order by key collate "C", record_id`;
}

/** Records that hold what was typed anywhere, in alphabetical order of their names. */
export function partMatches(object: ObjectType, typed: string, after: Place | undefined): Source | undefined {
  const part = partOf(typed);
  if (part === undefined) return undefined;
  return sql`select record_id, key from kith.search_substring(${object.name}, ${part})
    where true ${behind(sql`key collate "C"`, after)} order by key collate "C", record_id`;
}
