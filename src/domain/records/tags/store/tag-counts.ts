import { type Sql, sql, type Transaction } from '#platform/database';
import type { ObjectType } from '#platform/fields';
import { recordsOf, tagsFieldId } from '#platform/records';

/** Under what the tags of a kind are counted. */
const countedAs = (object: ObjectType): string => object.objectId ?? object.table;

export interface TagUse {
  tag: string;
  /** How many records bear it. */
  records: number;
  /** The same by kind. */
  kinds: Record<string, number>;
}

interface Wanted {
  prefix: string;
  most: number;
}

/**
 * How many records of each kind bear each tag, deleted ones left out; tags that begin with `prefix`, the most used first. Of kinds of which
 * the actor sees all records the kept numbers are read; of others those are counted that the actor sees.
 */
export async function tagUses(reader: Sql, kinds: readonly ObjectType[], { prefix, most }: Wanted): Promise<TagUse[]> {
  if (kinds.length === 0) return [];
  const whole = await wholeKinds(reader, kinds);
  const names = JSON.stringify(Object.fromEntries(kinds.map((object) => [countedAs(object), object.plural])));
  const kept = kinds.filter((object) => whole.has(object)).map(countedAs);
  const seen = kinds.filter((object) => !whole.has(object)).map((object) => seenUses(object, prefix));
  const ofKept = sql`select tag, ${names}::jsonb ->> kind as kind, sum(records) as records from (
      select tag, kind, records from tag_counts
      where workspace_id = kith.workspace_id() and kind = any(${kept}::text[]) and tag ^@ ${prefix}
      union all
      select tag, kind, records from tag_moves
      where workspace_id = kith.workspace_id() and kind = any(${kept}::text[]) and tag ^@ ${prefix}
    ) n group by tag, kind having sum(records) > 0`;
  return reader.rows<TagUse>(sql<TagUse>`
    select tag, sum(records)::integer as records, jsonb_object_agg(kind, records) as kinds
    from (${sql.join([ofKept, ...seen], sql` union all `)}) u
    group by tag order by sum(records) desc, tag collate "C" limit ${most}`);
}

/** Of some kinds those of which the actor sees all records. */
async function wholeKinds(reader: Sql, kinds: readonly ObjectType[]): Promise<Set<ObjectType>> {
  const scoped = kinds.map((object) => (object.objectId ? 'customRecord' : object.name));
  const rows = await reader.rows<{ whole: boolean }>(sql<{ whole: boolean }>`
    select kith.reaches_all(name, 'read') as whole from unnest(${scoped}::text[]) with ordinality as k(name, place) order by place`);
  return new Set(kinds.filter((_, index) => rows[index]?.whole));
}

function seenUses(object: ObjectType, prefix: string) {
  return sql`select v.text_value as tag, ${object.plural}::text as kind, count(*)::bigint as records
    from field_values v join ${sql.table(object.table)} t on t.workspace_id = v.workspace_id and t.id = v.record_id and t.deleted_at is null
      and ${recordsOf(object)}
    where v.workspace_id = kith.workspace_id() and v.field_id = ${tagsFieldId} and v.text_value ^@ ${prefix} group by v.text_value`;
}

/** How many lines wait to be folded, up to `most`. */
export async function waitingMoves(reader: Sql, most: number): Promise<number> {
  const row = await reader.first<{ moves: number }>(sql`select count(*)::integer as moves from (
    select 1 from tag_moves where workspace_id = kith.workspace_id() limit ${most}) waiting`);
  return row?.moves ?? 0;
}

/** Folds up to `most` lines into the numbers that they move. Who counts meanwhile sees them before or after, not in between. */
export async function foldMoves(tx: Transaction, most: number): Promise<void> {
  await tx.rows(sql`with gone as (
      delete from tag_moves where workspace_id = kith.workspace_id() and id in (
        select id from tag_moves where workspace_id = kith.workspace_id() order by id limit ${most} for update skip locked)
      returning kind, tag, records
    )
    insert into tag_counts as c (kind, tag, records) select kind, tag, sum(records) from gone group by kind, tag order by kind, tag
    on conflict (workspace_id, kind, tag) do update set records = c.records + excluded.records`);
}
