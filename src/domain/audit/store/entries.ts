import type { EntryKind, EntryOutcome } from '#platform/audit';
import { type Sql, sql, type Transaction } from '#platform/database';

/** An entry as a reader of the log sees it. */
export interface StoredEntry {
  seq: number;
  id: string;
  at: Date;
  kind: EntryKind;
  operation: string;
  outcome: EntryOutcome;
  code: string | null;
  surface: string;
  requestId: string | null;
  actorType: string;
  actorId: string;
  impersonatorId: string | null;
  changeSetId: string | null;
  records: number;
  recordIds: string[];
  details: string;
  personal: string | null;
  hash: Buffer;
}

export interface EntryFilter {
  actorId?: string | undefined;
  operation?: string | undefined;
  recordId?: string | undefined;
  outcome?: EntryOutcome | undefined;
  kind?: EntryKind | undefined;
  actorType?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}

/** The place of an entry in the list: its moment and its number. */
export interface EntryPlace {
  at: Date;
  seq: number;
}

const columns =
  sql.raw(`e.seq, e.id, e.at, e.kind, e.operation, e.outcome, e.code, e.surface, e.request_id as "requestId",
  e.actor_type as "actorType", e.actor_id as "actorId", e.impersonator_id as "impersonatorId", e.change_set_id as "changeSetId",
  e.records, e.record_ids as "recordIds", e.details, e.personal, e.hash`);

/** Entries that the filter lets through, the latest first, those before a place where one is given. */
export function entriesBefore(
  reader: Sql,
  filter: EntryFilter,
  most: number,
  before?: EntryPlace,
): Promise<StoredEntry[]> {
  const { actorId, operation, recordId, outcome, kind, actorType, from, to } = filter;
  // Of a record there are few entries among many: their own table names them, and each is then looked up by its key.
  const table = recordId
    ? sql`audit_entry_records r join audit_entries e on e.workspace_id = kith.workspace_id() and e.sealed_at = r.sealed_at and e.seq = r.seq`
    : sql`audit_entries e`;
  const place = recordId ? sql.raw('r') : sql.raw('e');
  const conditions = [
    sql`${place}.workspace_id = kith.workspace_id()`,
    ...(recordId ? [sql`r.record_id = ${recordId}`] : []),
    ...(actorId ? [sql`e.actor_id = ${actorId}`] : []),
    ...(operation ? [sql`e.operation = ${operation}`] : []),
    ...(outcome ? [sql`e.outcome = ${outcome}`] : []),
    ...(outcome && outcome !== 'done' ? [sql`e.outcome <> 'done'`] : []),
    ...(kind ? [sql`e.kind = ${kind}`] : []),
    ...(actorType ? [sql`e.actor_type = ${actorType}`] : []),
    ...(from ? [sql`${place}.at >= ${from}`] : []),
    ...(to ? [sql`${place}.at < ${to}`] : []),
    ...(before ? [sql`(${place}.at, ${place}.seq) < (${before.at}::timestamptz, ${before.seq}::bigint)`] : []),
  ];
  return reader.rows<StoredEntry>(sql`select ${columns} from ${table}
    where ${sql.join(conditions, sql` and `)} order by ${place}.at desc, ${place}.seq desc limit ${most}`);
}

/** Takes the names and addresses of somebody out of the entries up to the last, and answers which that is and how many there were. */
export async function erasePersonal(tx: Transaction, actorId: string): Promise<{ upTo: number; erased: number }> {
  const end = await tx.first<{ seq: number }>(
    sql`select coalesce(max(seq), 0) as seq from audit_entries where workspace_id = kith.workspace_id()`,
  );
  const upTo = end?.seq ?? 0;
  const erased = await tx.count(sql`update audit_entries set personal = null, salt = null
    where workspace_id = kith.workspace_id() and seq <= ${upTo} and personal is not null
      and (actor_id = ${actorId} or impersonator_id = ${actorId})`);
  tx.send(
    sql`update change_sets set address = null where workspace_id = kith.workspace_id() and actor_id = ${actorId} and address is not null`,
  );
  return { upTo, erased };
}
