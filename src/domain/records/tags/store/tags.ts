import type { Context } from '#platform/context';
import { type Sql, sql } from '#platform/database';
import type { ObjectType } from '#platform/fields';
import { kindsHere, mayReadFields, recordsOf, tagsFieldId } from '#platform/records';

/** Kinds of record that have tags, and whose tags the actor may read. */
export async function taggedKinds(context: Context): Promise<ObjectType[]> {
  const tagged = (await kindsHere(context)).filter((object) => object.fields.get('tags')?.type === 'tags');
  const isRead = await Promise.all(tagged.map((object) => mayReadFields(context, object, ['tags'])));
  return tagged.filter((_, index) => isRead[index]);
}

/** Records of a kind that bear one of some tags, deleted ones too, with all of their tags. */
export function recordsWithTags(
  reader: Sql,
  object: ObjectType,
  tags: readonly string[],
  most: number,
): Promise<{ id: string; tags: string[] }[]> {
  return reader.rows(sql`select t.id, t.tags from ${sql.table(object.table)} t
    where ${recordsOf(object)} and t.id in (select v.record_id from field_values v
      where v.workspace_id = kith.workspace_id() and v.field_id = ${tagsFieldId} and v.text_value = any(${tags}::text[]))
    order by t.id limit ${most}`);
}

/** How many records bear one of some tags, up to `most`. */
export async function countWithTags(reader: Sql, tags: readonly string[], most: number): Promise<number> {
  const row = await reader.first<{ records: number }>(sql`select count(*)::integer as records from (
    select distinct v.record_id from field_values v where v.workspace_id = kith.workspace_id() and v.field_id = ${tagsFieldId}
      and v.text_value = any(${tags}::text[]) limit ${most}) found`);
  return row?.records ?? 0;
}
