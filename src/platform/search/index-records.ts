import type { Context } from '#platform/context';
import { sql, type Transaction } from '#platform/database';
import { defineHandler, type LoggedEvent } from '#platform/events';
import { type ObjectType, objectCatalogue } from '#platform/fields';
import { foldWords } from '#platform/text';
import { nameKey, turnsOf } from './name-keys.ts';

interface Found {
  id: string;
  name: string | null;
  texts: (string | null)[];
}

interface SearchDocument {
  record_id: string;
  name_key: string;
  content: string;
}

/** The texts of custom fields: what people look for has words. */
function customTexts(object: ObjectType) {
  return sql`(select string_agg(c.value #>> '{}', ' ') from jsonb_each(t.custom_fields) c
    join custom_fields f on f.workspace_id = t.workspace_id and f.object = ${object.name} and f.name = c.key
      and f.deleted_at is null and f.privacy in ('public', 'internal')
      and f.type in ('text', 'longText', 'choice', 'email', 'phone', 'url'))`;
}

/** Writes what is searched of some records; deleted ones are forgotten. Folding is done here, so that what is typed and what is stored are folded alike. */
export async function indexRecords(context: Context, object: ObjectType, ids: readonly string[]): Promise<void> {
  const texts = object.searched.map((name) => sql`t.${sql.ref(object.fields.get(name)?.column ?? name)}::text`);
  if (object.extensible) texts.push(customTexts(object));
  const rows = await context.tx.rows<Found>(sql`
    select t.id, t.${sql.ref(object.nameColumn)} as name, array[${sql.join(texts)}] as texts from ${sql.table(object.table)} t
    where t.workspace_id = kith.workspace_id() and t.id = any(${ids}::uuid[]) and t.deleted_at is null`);
  const there = new Set(rows.map((row) => row.id));
  const gone = ids.filter((id) => !there.has(id));
  if (gone.length > 0) await forgetSearched(context.tx, object, gone);
  const documents = rows.map((row) => ({
    record_id: row.id,
    name_key: nameKey(row.name ?? ''),
    content: foldWords(row.texts.filter(Boolean).join(' ')).slice(0, 4000),
  }));
  if (documents.length === 0) return;
  await keepNames(context.tx, object, documents);
  await context.tx.rows(sql`insert into search_documents (object, record_id, name_key, words, content)
    select ${object.name}, d.record_id, d.name_key,
      array_to_tsvector(array(select distinct w from unnest(string_to_array(d.content, ' ')) w where w <> '')), d.content
    from json_to_recordset(${JSON.stringify(documents)}::json) as d(record_id uuid, name_key text, content text)
    on conflict (workspace_id, object, record_id) do update
      set words = excluded.words, content = excluded.content, name_key = excluded.name_key
      where search_documents.content is distinct from excluded.content or search_documents.name_key <> excluded.name_key`);
}

/** Forgets what is searched of records that are not there any more. */
export async function forgetSearched(tx: Transaction, object: ObjectType, ids: readonly string[]): Promise<void> {
  const gone = await tx.rows<{ id: string; key: string }>(sql`delete from search_documents
    where workspace_id = kith.workspace_id() and object = ${object.name} and record_id = any(${ids}::uuid[])
    returning record_id as id, name_key as key`);
  removeNames(tx, object, gone);
}

/** Brings the turned names in step, before the documents that say what they were are overwritten. */
async function keepNames(tx: Transaction, object: ObjectType, documents: readonly SearchDocument[]): Promise<void> {
  const known = await tx.rows<{
    id: string;
    key: string;
  }>(sql`select record_id as id, name_key as key from search_documents
    where workspace_id = kith.workspace_id() and object = ${object.name} and record_id = any(${documents.map((one) => one.record_id)}::uuid[])
    order by record_id for update`);
  const keys = new Map(known.map((one) => [one.id, one.key]));
  const changed = documents.filter((one) => keys.get(one.record_id) !== one.name_key);
  const renamed = new Set(changed.map((one) => one.record_id));
  removeNames(
    tx,
    object,
    known.filter((one) => renamed.has(one.id)),
  );
  const turns = changed.flatMap((one) => turnsOf(one.name_key).map((key) => ({ key, id: one.record_id })));
  if (turns.length === 0) return;
  tx.send(sql`insert into search_names (object, key, record_id)
    select ${object.name}, key, id from unnest(${turns.map((turn) => turn.key)}::text[], ${turns.map((turn) => turn.id)}::uuid[]) as turn(key, id)
    on conflict do nothing`);
}

function removeNames(tx: Transaction, object: ObjectType, names: readonly { id: string; key: string }[]): void {
  const turns = names.flatMap(({ id, key }) => turnsOf(key).map((turn) => ({ turn, id })));
  if (turns.length === 0) return;
  tx.send(sql`delete from search_names n
    using unnest(${turns.map(({ turn }) => turn)}::text[], ${turns.map(({ id }) => id)}::uuid[]) as gone(key, id)
    where n.workspace_id = kith.workspace_id() and n.object = ${object.name} and n.key = gone.key and n.record_id = gone.id`);
}

function touched(object: ObjectType, events: readonly LoggedEvent[]): string[] {
  const searched = new Set(object.searched);
  const isSearched = (name: string) => searched.has(name) || (object.extensible && name.startsWith('custom.'));
  const ids = events
    .filter((event) => event.object === object.name && event.type.startsWith(`${object.events}.`))
    .filter((event) => !Array.isArray(event.data.fields) || event.data.fields.some((name) => isSearched(String(name))))
    .flatMap((event) => event.recordIds);
  return [...new Set(ids)].sort();
}

/** How a kind of record that a workspace has made is found by its name. */
export type FindObject = (context: Context, name: string) => Promise<ObjectType | undefined>;

/** Keeps what is searched in step with the records, behind the writers. It hears every kind of record that has searched fields. */
export function searchHandler(findObject?: FindObject) {
  const objects = [...objectCatalogue().values()].filter((object) => object.searched.length > 0);
  return defineHandler({
    name: 'search.index',
    summary: 'Keeps what is searched in step with the records.',
    on: objects.flatMap((object) =>
      ['created', 'updated', 'deleted', 'restored'].map((verb) => `${object.events}.${verb}`),
    ),
    batchSize: 2000,
    async run(context, events) {
      for (const object of await objectsOf(context, objects, events, findObject)) {
        const ids = touched(object, events);
        if (ids.length > 0) await indexRecords(context, object, ids);
      }
    },
  });
}

/** The declared kinds of record, and those of the workspace that the events are about. */
async function objectsOf(
  context: Context,
  declared: readonly ObjectType[],
  events: readonly LoggedEvent[],
  findObject: FindObject | undefined,
): Promise<ObjectType[]> {
  const objects = declared.filter((object) => !object.template);
  const own = declared.filter((object) => object.template).map((object) => `${object.events}.`);
  const names = new Set(
    events.flatMap((event) => (own.some((begin) => event.type.startsWith(begin)) ? (event.object ?? []) : [])),
  );
  for (const name of names) {
    const object = await findObject?.(context, name);
    if (object) objects.push(object);
  }
  return objects;
}
