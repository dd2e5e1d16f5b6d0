import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import { defineHandler, type LoggedEvent } from '#platform/events';
import { type ObjectType, objectCatalogue } from '#platform/fields';
import { foldWords } from '#platform/text';

interface Found {
  id: string;
  texts: (string | null)[];
}

/** Writes what is searched of some records; deleted ones are forgotten. Folding is done here, so that what is typed and what is stored are folded alike. */
export async function indexRecords(context: Context, object: ObjectType, ids: readonly string[]): Promise<void> {
  const texts = object.searched.map((name) => sql`t.${sql.ref(object.fields.get(name)?.column ?? name)}::text`);
  const rows =
    await context.tx.rows<Found>(sql`select t.id, array[${sql.join(texts)}] as texts from ${sql.table(object.table)} t
    where t.workspace_id = kith.workspace_id() and t.id = any(${ids}::uuid[]) and t.deleted_at is null`);
  const documents = rows.map((row) => {
    const content = foldWords(row.texts.filter(Boolean).join(' ')).slice(0, 4000);
    return { record_id: row.id, content };
  });
  const there = new Set(rows.map((row) => row.id));
  const gone = ids.filter((id) => !there.has(id));
  if (gone.length > 0) {
    context.tx.send(
      sql`delete from search_documents where workspace_id = kith.workspace_id() and object = ${object.name} and record_id = any(${gone}::uuid[])`,
    );
  }
  if (documents.length === 0) return;
  await context.tx.rows(sql`insert into search_documents (object, record_id, words, content)
    select ${object.name}, d.record_id, array_to_tsvector(array(select distinct w from unnest(string_to_array(d.content, ' ')) w where w <> '')), d.content
    from json_to_recordset(${JSON.stringify(documents)}::json) as d(record_id uuid, content text)
    on conflict (workspace_id, object, record_id) do update set words = excluded.words, content = excluded.content
      where search_documents.content is distinct from excluded.content`);
}

function touched(object: ObjectType, events: readonly LoggedEvent[]): string[] {
  const searched = new Set(object.searched);
  const ids = events
    .filter((event) => event.object === object.name && event.type.startsWith(`${object.events}.`))
    .filter(
      (event) => !Array.isArray(event.data.fields) || event.data.fields.some((name) => searched.has(String(name))),
    )
    .flatMap((event) => event.recordIds);
  return [...new Set(ids)].sort();
}

/** Keeps what is searched in step with the records, behind the writers. It hears every kind of record that has searched fields. */
export function searchHandler() {
  const objects = [...objectCatalogue().values()].filter((object) => object.searched.length > 0);
  return defineHandler({
    name: 'search.index',
    summary: 'Keeps what is searched in step with the records.',
    on: objects.flatMap((object) =>
      ['created', 'updated', 'deleted', 'restored'].map((verb) => `${object.events}.${verb}`),
    ),
    batchSize: 2000,
    async run(context, events) {
      for (const object of objects) {
        const ids = touched(object, events);
        if (ids.length > 0) await indexRecords(context, object, ids);
      }
    },
  });
}
