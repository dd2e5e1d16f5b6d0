import type { RawBuilder } from 'kysely';
import type { Origin } from '#platform/context';
import { type Sql, sql, type Transaction } from '#platform/database';

/** What one operation did: an entry of the audit trail. */
export interface ChangeSet {
  id: string;
  operation: string;
  surface: string;
  at: Date;
  actorType: string;
  actorId: string;
  actorName: string;
  status: 'partial' | 'done';
  records: number;
  undoes: string | null;
  undoneBy: string | null;
}

export interface ChangeSetDraft {
  operation: string;
  records: number;
  /** The kinds of record that it touched. */
  objects: ReadonlySet<string>;
  undoes?: string | undefined;
  status?: 'partial' | 'done';
}

/** Writes the audit entry of an operation; the chunks of a bulk operation add up in one. Nothing is awaited before commit. */
export function insertChangeSet(tx: Transaction, origin: Origin, draft: ChangeSetDraft): void {
  const { actor } = origin;
  const objects = [...draft.objects].sort();
  const entry = sql`insert into change_sets (id, operation, surface, request_id, at, actor_type, actor_id, actor_name, status, records, undoes,
      address, impersonator_id, impersonator_name)
    values (${origin.changeSetId}, ${draft.operation}, ${origin.surface}, ${origin.requestId}, ${origin.now}, ${actor.type}, ${actor.id},
      ${actor.name}, ${draft.status ?? 'done'}, ${draft.records}, ${draft.undoes ?? null},
      ${origin.address ?? null}, ${actor.impersonator?.id ?? null}, ${actor.impersonator?.name ?? null})
    on conflict (workspace_id, id) do update set records = change_sets.records + excluded.records, status = excluded.status,
      epoch = excluded.epoch, xid = excluded.xid`;
  tx.send(
    objects.length === 0
      ? entry
      : sql`with entry as (${entry} returning id, at)
    insert into change_set_objects (object, at, change_set_id)
    select object, entry.at, entry.id from entry, unnest(${objects}::text[]) as object on conflict do nothing`,
  );
  if (draft.undoes) {
    tx.send(sql`update change_sets set undone_by = ${origin.changeSetId}
      where workspace_id = kith.workspace_id() and id = ${draft.undoes}`);
    // What an undo had taken back stands again when the undo itself is taken back.
    tx.send(sql`update change_sets set undone_by = null
      where workspace_id = kith.workspace_id() and undone_by = ${draft.undoes}
        and id = (select undoes from change_sets where workspace_id = kith.workspace_id() and id = ${draft.undoes})`);
  }
}

/** The kinds of record that some events tell of. */
export function objectsOf(events: readonly { object?: string | undefined }[]): ReadonlySet<string> {
  return new Set(events.flatMap(({ object }) => object ?? []));
}

const columns =
  sql.raw(`id, operation, surface, at, actor_type as "actorType", actor_id as "actorId", actor_name as "actorName",
  status, records, undoes, undone_by as "undoneBy"`);

/** A change set by its id; `lock` holds it until the transaction ends. */
export function changeSet(reader: Sql, id: string, lock: 'lock' | 'look' = 'look'): Promise<ChangeSet | undefined> {
  return reader.first<ChangeSet>(
    sql`select ${columns} from change_sets where workspace_id = kith.workspace_id() and id = ${id} ${lock === 'lock' ? sql`for update` : sql``}`,
  );
}

/** A change set as a JSON value of a larger query: its moment is a text. */
export type StoredSet = Omit<ChangeSet, 'at'> & { at: string };

/** The change set with the id in a column, as a part of a larger query. */
export function setOf(column: RawBuilder<unknown>): RawBuilder<StoredSet | null> {
  return sql`(select row_to_json(s) from (select ${columns} from change_sets
    where workspace_id = kith.workspace_id() and id = ${column}) s)`;
}

/** The last change set of an actor that wrote records and has not been taken back: what Ctrl-Z undoes. */
export function latestChangeSet(reader: Sql, actorId: string): Promise<ChangeSet | undefined> {
  return reader.first<ChangeSet>(sql`select ${columns} from change_sets
    where workspace_id = kith.workspace_id() and actor_id = ${actorId} and undone_by is null and undoes is null and records > 0
    order by at desc, id desc limit 1`);
}

/** Which change sets are looked for; what is left out is not asked. */
export interface ChangeSetSearch {
  actorId?: string | undefined;
  /** Nobody else's than these actors'. */
  among?: readonly string[] | undefined;
  actorType?: string | undefined;
  object?: string | undefined;
  /** Those that wrote this record (UUID), its creation among them. */
  record?: { id: string; table: string } | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  undone?: boolean | undefined;
  /** What comes after this one only: the latest come first. */
  before?: { at: Date; id: string } | undefined;
}

/** A change set with the kinds of record that it touched. */
export interface ListedChangeSet extends ChangeSet {
  objects: string[];
}

/** The latest change sets that wrote records, `most` of them. Each way to look for them reads along an index of its own. */
export function latestChangeSets(reader: Sql, search: ChangeSetSearch, most: number): Promise<ListedChangeSet[]> {
  const { object, record } = search;
  const source = object
    ? sql`change_set_objects o join change_sets s on s.workspace_id = o.workspace_id and s.id = o.change_set_id`
    : sql`change_sets s`;
  const place = object ? sql`o.at, o.change_set_id` : sql`s.at, s.id`;
  const moment = object ? sql`o.at` : sql`s.at`;
  const { actorId, among, actorType, from, to, undone, before } = search;
  const conditions = [
    object
      ? sql`o.workspace_id = kith.workspace_id() and o.object = ${object}`
      : sql`s.workspace_id = kith.workspace_id()`,
    sql`s.records > 0`,
    ...(record ? [sql`s.id in (${setsOfRecord(record)})`] : []),
    ...(actorId ? [sql`s.actor_id = ${actorId}::uuid`] : []),
    ...(among ? [sql`s.actor_id = any(${among}::uuid[])`] : []),
    ...(actorType ? [sql`s.actor_type = ${actorType}`] : []),
    ...(from ? [sql`${moment} >= ${from}::timestamptz`] : []),
    ...(to ? [sql`${moment} < ${to}::timestamptz`] : []),
    ...(undone === undefined ? [] : [undone ? sql`s.undone_by is not null` : sql`s.undone_by is null`]),
    ...(before ? [sql`(${place}) < (${before.at}::timestamptz, ${before.id}::uuid)`] : []),
  ];
  const order = object ? sql`o.at desc, o.change_set_id desc` : sql`s.at desc, s.id desc`;
  return reader.rows(sql<ListedChangeSet>`select ${columns}, array(select k.object from change_set_objects k
      where k.workspace_id = kith.workspace_id() and k.change_set_id = l.id order by k.object) as objects
    from (select s.* from ${source} where ${sql.join(conditions, sql` and `)} order by ${order} limit ${most}) l
    order by at desc, id desc`);
}

/** A creation writes no change: its event, which is of the moment in which the record was made, says to which change set it belongs. */
function setsOfRecord({ id, table }: { id: string; table: string }) {
  return sql`select c.change_set_id from changes c where c.workspace_id = kith.workspace_id() and c.record_id = ${id}::uuid
    union all select e.change_set_id from events e where e.workspace_id = kith.workspace_id()
      and e.at = (select t.created_at from ${sql.table(table)} t where t.workspace_id = kith.workspace_id() and t.id = ${id}::uuid)
      and e.type like '%.created' and ${id}::uuid = any(e.record_ids) and e.change_set_id is not null`;
}
