import { type Sql, sql } from '#platform/database';
import type { Entry } from './entry.ts';

/** How far into the change sets of a workspace its chain reaches. */
export interface WrittenCursor {
  epoch: number;
  xid: string;
  changeSetId: string;
}

interface WrittenSet extends WrittenCursor {
  at: Date;
  operation: string;
  surface: string;
  requestId: string | null;
  actorType: string;
  actorId: string;
  actorName: string;
  address: string | null;
  impersonatorId: string | null;
  impersonatorName: string | null;
  status: string;
  records: number;
  undoes: string | null;
}

const mostIds = 1000;

/** Change sets behind the cursor that no running transaction can still precede, as entries, with where the cursor then stands. */
export async function writtenEntries(
  reader: Sql,
  from: WrittenCursor,
  most: number,
  newId: () => string,
): Promise<{ entries: Entry[]; to: WrittenCursor }> {
  const sets =
    await reader.rows<WrittenSet>(sql`select id as "changeSetId", epoch, xid::text as xid, at, operation, surface,
      request_id as "requestId", actor_type as "actorType", actor_id as "actorId", actor_name as "actorName", address,
      impersonator_id as "impersonatorId", impersonator_name as "impersonatorName", status, records, undoes
    from change_sets
    where workspace_id = kith.workspace_id() and xid is not null
      and (epoch, xid, id) > (${from.epoch}::integer, ${from.xid}::xid8, ${from.changeSetId}::uuid)
      and (epoch < (select kith.event_epoch()) or xid < pg_snapshot_xmin(pg_current_snapshot()))
    order by epoch, xid, id limit ${most}`);
  const last = sets.at(-1);
  if (!last) return { entries: [], to: from };
  const named = await recordsOf(
    reader,
    sets.map((set) => set.changeSetId),
  );
  const entries = sets.map((set) => entryOf(set, named.get(set.changeSetId), newId()));
  return { entries, to: { epoch: last.epoch, xid: last.xid, changeSetId: last.changeSetId } };
}

/** Whether a running transaction holds back change sets behind the cursor. */
export async function isBehindWriters(reader: Sql, from: WrittenCursor): Promise<boolean> {
  const row = await reader.first(sql`select 1 as one from change_sets
    where workspace_id = kith.workspace_id() and xid is not null
      and (epoch, xid, id) > (${from.epoch}::integer, ${from.xid}::xid8, ${from.changeSetId}::uuid) limit 1`);
  return row !== undefined;
}

interface Named {
  recordIds: string[];
  /** Their kind, where all are of one. */
  object: string | null;
}

/** Which records the events of change sets name, a thousand at most of each. */
async function recordsOf(reader: Sql, changeSetIds: string[]): Promise<Map<string, Named>> {
  const rows = await reader.rows<Named & { id: string }>(sql`
    select change_set_id as id, (array_agg(distinct record_id))[1:${sql.raw(String(mostIds))}] as "recordIds",
      case when min(object) = max(object) then min(object) end as object
    from events, unnest(record_ids) as record_id
    where workspace_id = kith.workspace_id() and change_set_id = any(${changeSetIds}::uuid[]) group by 1`);
  return new Map(rows.map((row) => [row.id, row]));
}

function entryOf(set: WrittenSet, named: Named | undefined, id: string): Entry {
  return {
    id,
    at: set.at,
    kind: set.operation === 'session.start' ? 'sign_in' : 'write',
    operation: set.operation,
    outcome: 'done',
    code: null,
    surface: set.surface,
    requestId: set.requestId,
    actorType: set.actorType,
    actorId: set.actorId,
    impersonatorId: set.impersonatorId,
    changeSetId: set.changeSetId,
    records: set.records,
    recordIds: named?.recordIds ?? [],
    details: {
      ...(named?.object ? { object: named.object } : {}),
      ...(set.undoes ? { undoes: set.undoes } : {}),
      ...(set.status === 'partial' ? { status: 'partial' } : {}),
    },
    personal: {
      actorName: set.actorName,
      ...(set.impersonatorName ? { impersonatorName: set.impersonatorName } : {}),
      ...(set.address ? { address: set.address } : {}),
    },
  };
}
