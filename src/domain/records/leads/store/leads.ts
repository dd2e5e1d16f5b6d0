import { type Sql, sql, type Transaction } from '#platform/database';

/** The lead that a source has told of already under its own key. */
export async function leadsBySourceKey(
  reader: Sql,
  wanted: readonly { source: string; key: string }[],
): Promise<{ id: string; source: string; key: string }[]> {
  if (wanted.length === 0) return [];
  return reader.rows(sql<{ id: string; source: string; key: string }>`select l.id, w.source, w.key
    from unnest(${wanted.map((one) => one.source)}::text[], ${wanted.map((one) => one.key)}::text[]) as w(source, key)
    cross join lateral (
      select id from leads where workspace_id = kith.workspace_id() and source = w.source and source_key = w.key
        and deleted_at is null offset 0
    ) l`);
}

export interface OpenLead {
  id: string;
  contactId: string;
  campaign: string | null;
}

/** The open leads of these contacts, the latest first; twenty of each at most. */
export async function openLeadsOfContacts(reader: Sql, contactIds: readonly string[]): Promise<OpenLead[]> {
  if (contactIds.length === 0) return [];
  return reader.rows(sql<OpenLead>`select wanted.id as "contactId", l.id, l.campaign
    from unnest(${contactIds}::uuid[]) as wanted(id)
    cross join lateral (
      select id, campaign from (
        select id, campaign from leads where workspace_id = kith.workspace_id() and contact_id = wanted.id
          and closed_at is null and deleted_at is null offset 0
      ) open order by id desc limit 20
    ) l`);
}

/** The contacts of leads that are there. */
export async function contactsOfLeads(reader: Sql, leadIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await reader.rows<{ id: string; contactId: string }>(sql`select id, contact_id as "contactId" from leads
    where workspace_id = kith.workspace_id() and id = any(${leadIds}::uuid[]) and contact_id is not null`);
  return new Map(rows.map(({ id, contactId }) => [id, contactId]));
}

/** The score of a contact as its leads show it. */
export interface ShownScore {
  contactId: string;
  score: number;
  tier: string;
  grade: string;
}

/** Gives the leads of contacts the score that these have. It is derived: no history, no version. Answers how many have moved. */
export async function setLeadScores(tx: Transaction, scores: readonly ShownScore[]): Promise<number> {
  if (scores.length === 0) return 0;
  const rows = await tx.rows(sql`update leads l set score = g.score, tier = g.tier, grade = g.grade
    from unnest(${scores.map((one) => one.contactId)}::uuid[], ${scores.map((one) => one.score)}::int4[],
      ${scores.map((one) => one.tier)}::text[], ${scores.map((one) => one.grade)}::text[]) as g(contact_id, score, tier, grade)
    where l.workspace_id = kith.workspace_id() and l.contact_id = g.contact_id
      and (l.score <> g.score or l.tier <> g.tier or l.grade <> g.grade)
    returning l.id`);
  return rows.length;
}

/** The contacts that have leads, in order, after one. */
export async function contactsWithLeads(reader: Sql, after: string | undefined, most: number): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(sql`select distinct contact_id as id from leads
    where workspace_id = kith.workspace_id() and contact_id is not null and contact_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by contact_id limit ${most}`);
  return rows.map(({ id }) => id);
}

/** Marks the leads that have waited too long, those first that have waited longest. Answers them with their owners. */
export function markOverdue(
  tx: Transaction,
  now: Date,
  most: number,
): Promise<{ id: string; ownerId: string | null }[]> {
  return tx.rows(sql<{ id: string; ownerId: string | null }>`update leads l set overdue_at = late.sla_due_at
    from (
      select id, sla_due_at from leads
      where workspace_id = kith.workspace_id() and sla_due_at <= ${now} and overdue_at is null and accepted_at is null
        and closed_at is null and deleted_at is null
      order by sla_due_at limit ${most} for update skip locked
    ) late
    where l.workspace_id = kith.workspace_id() and l.id = late.id
    returning l.id, l.owner_id as "ownerId"`);
}

/** When the next lead is due that nobody has accepted; undefined when none is. */
export async function nextDue(reader: Sql): Promise<Date | undefined> {
  const row = await reader.first<{ at: Date }>(sql`select sla_due_at as at from leads
    where workspace_id = kith.workspace_id() and sla_due_at is not null and overdue_at is null and accepted_at is null
      and closed_at is null and deleted_at is null
    order by sla_due_at limit 1`);
  return row?.at;
}
