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
  undoes?: string | undefined;
  status?: 'partial' | 'done';
}

/** Writes the audit entry of an operation; the chunks of a bulk operation add up in one. Nothing is awaited before commit. */
export function insertChangeSet(tx: Transaction, origin: Origin, draft: ChangeSetDraft): void {
  const { actor } = origin;
  tx.send(sql`insert into change_sets (id, operation, surface, request_id, at, actor_type, actor_id, actor_name, status, records, undoes,
      address, impersonator_id, impersonator_name)
    values (${origin.changeSetId}, ${draft.operation}, ${origin.surface}, ${origin.requestId}, ${origin.now}, ${actor.type}, ${actor.id},
      ${actor.name}, ${draft.status ?? 'done'}, ${draft.records}, ${draft.undoes ?? null},
      ${origin.address ?? null}, ${actor.impersonator?.id ?? null}, ${actor.impersonator?.name ?? null})
    on conflict (workspace_id, id) do update set records = change_sets.records + excluded.records, status = excluded.status,
      epoch = excluded.epoch, xid = excluded.xid`);
  if (draft.undoes) {
    tx.send(sql`update change_sets set undone_by = ${origin.changeSetId}
      where workspace_id = kith.workspace_id() and id = ${draft.undoes}`);
    // What an undo had taken back stands again when the undo itself is taken back.
    tx.send(sql`update change_sets set undone_by = null
      where workspace_id = kith.workspace_id() and undone_by = ${draft.undoes}
        and id = (select undoes from change_sets where workspace_id = kith.workspace_id() and id = ${draft.undoes})`);
  }
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
