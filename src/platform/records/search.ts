import type { RawBuilder } from 'kysely';
import { type Sql, sql } from '#platform/database';
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

/** The condition that a record is found by what was typed: beginnings of words first, and where there are none, any part of a word. */
export async function searchCondition(reader: Sql, object: ObjectType, typed: string): Promise<RawBuilder<unknown>> {
  const text = typed.slice(0, 200);
  const query = prefixQuery(text);
  if (!query) return sql`false`;
  const words = sql`select record_id from kith.search_words(${object.name}, ${query}::tsquery, ${mostCandidates})`;
  const found = await reader.rows<{ record_id: string }>(words);
  if (found.length > 0) return sql`t.id = any(${found.map((row) => row.record_id)}::uuid[])`;
  const part = foldWords(text);
  if (part.length < 3) return sql`false`;
  return sql`t.id in (select record_id from kith.search_substring(${object.name}, ${part.replace(/[\\%_]/g, '\\$&')}, ${mostCandidates}))`;
}
