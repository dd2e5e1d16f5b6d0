import type { RawBuilder } from 'kysely';
import { sql } from '#platform/database';
import type { ObjectType } from '#platform/fields';
import { foldWords } from '#platform/text';

const mostCandidates = 1000;

/** What people type as a prefix query: every word must begin some word of the record. */
export function prefixQuery(typed: string): string | undefined {
  const words = foldWords(typed).split(' ').filter(Boolean).slice(0, 8);
  return words.length > 0
    ? words
        .map((word) => `${word.replace(/[^\p{L}\p{N}]/gu, '')}:*`)
        .filter((word) => word !== ':*')
        .join(' & ') || undefined
    : undefined;
}

/** The condition that every word that was typed begins a word of the record. */
export function wordsCondition(object: ObjectType, typed: string): RawBuilder<unknown> {
  const query = prefixQuery(typed.slice(0, 200));
  if (!query) return sql`false`;
  return sql`t.id in (select record_id from kith.search_words(${object.name}, ${query}::tsquery, ${mostCandidates}))`;
}

/** The condition that what was typed stands anywhere in the record; undefined when it is too short to look for. */
export function substringCondition(object: ObjectType, typed: string): RawBuilder<unknown> | undefined {
  const part = foldWords(typed.slice(0, 200));
  if (part.length < 3) return undefined;
  return sql`t.id in (select record_id from kith.search_substring(${object.name}, ${part}, ${mostCandidates}))`;
}
