import type { Context } from '#platform/context';
import { insertRows, type Sql, sql, type Transaction } from '#platform/database';

/** How an assignment came about: by a rule, by hand, by its owner who gave it back, or not at all. */
export type RoutingKind = 'rule' | 'hand' | 'rejected' | 'none';

/** One assignment with its reason; ids are UUIDs. */
export interface RoutingEntry {
  object: string;
  recordId: string;
  kind: RoutingKind;
  ruleId: string | null;
  territoryId: string | null;
  ownerId: string | null;
  previousOwnerId: string | null;
  /** A sentence for people. */
  because: string;
}

export interface LoggedRouting extends RoutingEntry {
  id: string;
  at: Date;
  actorId: string;
}

/** Notes assignments. */
export async function insertRouting(context: Context, entries: readonly RoutingEntry[]): Promise<void> {
  const rows = entries.map((one) => ({
    id: context.ports.ids.next(),
    object: one.object,
    record_id: one.recordId,
    kind: one.kind,
    rule_id: one.ruleId,
    territory_id: one.territoryId,
    owner_id: one.ownerId,
    previous_owner_id: one.previousOwnerId,
    because: one.because,
    at: context.now,
    actor_id: context.actor.id,
  }));
  await insertRows(context.tx, 'routing_log', rows);
}

export interface RoutingRequest {
  recordId?: string | undefined;
  ownerId?: string | undefined;
  ruleId?: string | undefined;
  /** Entries before this one. */
  before?: string | undefined;
  limit: number;
}

const columns =
  sql.raw(`l.id, l.object, l.record_id as "recordId", l.kind, l.rule_id as "ruleId", l.territory_id as "territoryId",
  l.owner_id as "ownerId", l.previous_owner_id as "previousOwnerId", l.because, l.at, l.actor_id as "actorId"`);

/** Assignments, the latest first. */
export function routingLog(reader: Sql, request: RoutingRequest): Promise<LoggedRouting[]> {
  const { recordId, ownerId, ruleId, before } = request;
  return reader.rows<LoggedRouting>(sql`select ${columns} from routing_log l
    where l.workspace_id = kith.workspace_id()
      ${recordId ? sql`and l.record_id = ${recordId}::uuid` : sql``}
      ${ownerId ? sql`and l.owner_id = ${ownerId}::uuid` : sql``}
      ${ruleId ? sql`and l.rule_id = ${ruleId}::uuid` : sql``}
      ${before ? sql`and l.id < ${before}::uuid` : sql``}
    order by l.id desc limit ${request.limit}`);
}

/** Who has given a record back. */
export async function rejectersOf(reader: Sql, recordId: string): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(sql`select distinct previous_owner_id as id from routing_log
    where workspace_id = kith.workspace_id() and record_id = ${recordId} and kind = 'rejected' and previous_owner_id is not null`);
  return rows.map(({ id }) => id);
}

/** Forgets the assignments of records that are purged. */
export function forgetRouting(tx: Transaction, recordIds: readonly string[]): void {
  tx.send(
    sql`delete from routing_log where workspace_id = kith.workspace_id() and record_id = any(${recordIds}::uuid[])`,
  );
}
