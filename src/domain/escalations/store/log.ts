import type { Context } from '#platform/context';
import { type Sql, sql } from '#platform/database';

/** One escalation with its reason; ids are UUIDs. */
export interface Escalation {
  ruleId: string;
  object: string;
  recordId: string;
  /** What is told once: an event, a stay in a stage, a day that has passed. */
  occasion: string;
  userIds: string[];
  /** A sentence for people. */
  because: string;
}

/** Notes escalations, and answers those that were not noted before: only these are told. */
export async function noteEscalations(context: Context, some: readonly Escalation[]): Promise<Escalation[]> {
  if (some.length === 0) return [];
  const rows = some.map((one) => ({
    id: context.ports.ids.next(),
    rule_id: one.ruleId,
    object: one.object,
    record_id: one.recordId,
    occasion: one.occasion,
    user_ids: one.userIds,
    because: one.because,
  }));
  const noted = await context.tx.rows<{ recordId: string; occasion: string }>(sql`
    insert into escalation_log (id, rule_id, object, record_id, occasion, user_ids, because, at)
    select r.id, r.rule_id, r.object, r.record_id, r.occasion, array(select json_array_elements_text(r.user_ids)::uuid), r.because, ${context.now}
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id uuid, rule_id uuid, object text, record_id uuid, occasion text, user_ids json, because text)
    on conflict (workspace_id, rule_id, record_id, occasion) do nothing
    returning record_id as "recordId", occasion`);
  const keys = new Set(noted.map(({ recordId, occasion }) => `${recordId} ${occasion}`));
  return some.filter(({ recordId, occasion }) => keys.has(`${recordId} ${occasion}`));
}

/** Which occasions of a rule have been told, as `record occasion`. */
export async function toldOccasions(
  reader: Sql,
  ruleId: string,
  recordIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await reader.rows<{ key: string }>(sql`select record_id || ' ' || occasion as key from escalation_log
    where workspace_id = kith.workspace_id() and rule_id = ${ruleId} and record_id = any(${recordIds}::uuid[])`);
  return new Set(rows.map(({ key }) => key));
}

export interface LoggedEscalation extends Omit<Escalation, 'occasion'> {
  id: string;
  rule: string | null;
  at: Date;
}

export interface LogRequest {
  recordId?: string | undefined;
  ruleId?: string | undefined;
  /** Entries before this one. */
  before?: string | undefined;
  /** The kinds of record that may be read. */
  objects: readonly string[];
  limit: number;
}

/** Escalations, the latest first. */
export function escalationLog(reader: Sql, request: LogRequest): Promise<LoggedEscalation[]> {
  const { recordId, ruleId, before } = request;
  return reader.rows(sql<LoggedEscalation>`select l.id, l.rule_id as "ruleId", r.name as rule, l.object, l.record_id as "recordId",
      l.user_ids as "userIds", l.because, l.at
    from escalation_log l left join escalation_rules r on r.workspace_id = l.workspace_id and r.id = l.rule_id
    where l.workspace_id = kith.workspace_id() and l.object = any(${request.objects}::text[])
      ${recordId ? sql`and l.record_id = ${recordId}::uuid` : sql``}
      ${ruleId ? sql`and l.rule_id = ${ruleId}::uuid` : sql``}
      ${before ? sql`and l.id < ${before}::uuid` : sql``}
    order by l.id desc limit ${request.limit}`);
}
