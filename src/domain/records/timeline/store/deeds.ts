import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import type { ObjectType } from '#platform/fields';
import { mayReadFields, type Seen, seenBy, seenJson } from '#platform/records';

/** Records that stand with others by `contact_id`, `account_id`, `deal_id` and `lead_id`, in the order of a moment of theirs. */
export interface Source {
  kind: 'activity' | 'communication' | 'task';
  object: ObjectType;
  /** The column of the moment; what has none did not happen yet. */
  at: 'occurred_at' | 'sent_at' | 'created_at';
  /** The column of who did it; where it is empty, who made the record. */
  actor: 'owner_id' | 'created_by';
  /** Records of a type that are left out where a column is filled. */
  unless?: { type: string; has: string };
}

export interface DeedsRequest {
  /** The record, and the column by which others stand with it. */
  object: ObjectType;
  id: string;
  link: string;
  /** What comes after this place only: the latest come first. */
  before: { at: Date; id: string } | undefined;
  /** As far as it was known at that moment. */
  knownAt: Date | undefined;
  limit: number;
}

/** Something that happened with a record. */
export interface Deed {
  kind: Source['kind'] | 'created';
  id: string;
  at: Date;
  actorId: string | null;
  actorType: 'user' | 'key' | null;
  actorName: string | null;
  /** The record that tells of it as the API shows it, as JSON; of a creation, where it came from. */
  json: string;
}

/**
 * What happened with a record, the latest first: each source is read along its own index until the page is full, and only what is on the page
 * is made into JSON and looked up for names.
 */
export async function deedsOf(context: Context, sources: readonly Source[], request: DeedsRequest): Promise<Deed[]> {
  const { object, limit } = request;
  const parts = [creation(request), ...sources.map((source) => part(source, request))];
  const seen = await Promise.all(sources.map((source) => seenBy(context, source.object)));
  const shown = sources.map(({ kind, object: of }, index) => {
    const json = seenJson(seen[index] as Seen);
    return sql`when d.kind = ${sql.lit(kind)} then (select ${json} from ${sql.table(of.table)} t where t.workspace_id = kith.workspace_id() and t.id = d.id)`;
  });
  const tellsSource = object.fields.has('source') && (await mayReadFields(context, object, ['source']));
  const source = tellsSource ? sql`t.source` : sql`null`;
  return context.sql.rows(sql<Deed>`select d.kind, d.id, d.at, d.actor_id as "actorId", a.type as "actorType", a.name as "actorName",
      case ${sql.join([...shown, sql`when true`], sql` `)} then (select json_build_object('source', ${source})::text from ${sql.table(object.table)} t
        where t.workspace_id = kith.workspace_id() and t.id = d.id) end as json
    from (select * from (${sql.join(parts, sql` union all `)}) u order by u.at desc, u.id desc limit ${limit}) d
    left join lateral (
      select type, name from report_actors r where r.workspace_id = kith.workspace_id() and r.actor_id = d.actor_id offset 0
    ) a on true
    order by d.at desc, d.id desc`);
}

function creation({ object, id, before }: DeedsRequest) {
  const earlier = before ? sql`and (t.created_at, t.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``;
  return sql`(select 'created'::text as kind, t.id, t.created_at as at, t.created_by as actor_id from ${sql.table(object.table)} t
    where t.workspace_id = kith.workspace_id() and t.id = ${id}::uuid ${earlier})`;
}

function part({ kind, object, at, actor, unless }: Source, { id, link, before, knownAt, limit }: DeedsRequest) {
  const moment = sql.ref(`t.${at}`);
  const conditions = [
    sql`t.workspace_id = kith.workspace_id() and ${sql.ref(`t.${link}`)} = ${id}::uuid and t.deleted_at is null and ${moment} is not null`,
    ...(unless ? [sql`not (t.type = ${sql.lit(unless.type)} and ${sql.ref(`t.${unless.has}`)} is not null)`] : []),
    ...(before ? [sql`(${moment}, t.id) < (${before.at}::timestamptz, ${before.id}::uuid)`] : []),
    ...(knownAt ? [sql`${moment} <= ${knownAt}::timestamptz and t.created_at <= ${knownAt}::timestamptz`] : []),
  ];
  return sql`(select ${sql.lit(kind)}, t.id, ${moment}, coalesce(${sql.ref(`t.${actor}`)}, t.created_by) from ${sql.table(object.table)} t
    where ${sql.join(conditions, sql` and `)} order by ${moment} desc, t.id desc limit ${limit})`;
}
