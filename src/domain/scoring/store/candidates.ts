import { type Sql, sql } from '#platform/database';
import type { Candidate, KeptScore } from '../rules/moves.ts';
import type { ScoreOverride } from '../rules/override.ts';
import type { ScoredSubject } from '../rules/subject.ts';
import type { Grade, Tier } from '../rules/tiers.ts';

/** The newest activities of a contact that are looked at: enough for every factor to be full. */
const mostActivities = 2000;

type Row = Omit<ScoredSubject, 'activities'> &
  Omit<KeptScore, 'score' | 'tier' | 'firmographic'> & {
    id: string;
    createdAt: Date;
    leadScore: number;
    scoreTier: Tier;
    scoreGrade: Grade;
    override: ScoreOverride | null;
    types: string[] | null;
    timesMs: number[] | null;
    score: number | null;
    tier: Tier;
    firmographic: number;
  };

/**
 * Contacts with all that their scores are made of; those that are deleted or not there are left out. Written so that it can only be
 * index look-ups: a plan that was made when there were few contacts is kept while an import brings a million.
 */
export async function candidates(reader: Sql, ids: readonly string[], since: Date): Promise<Candidate[]> {
  const rows = await reader.rows<Row>(sql`
    select f.contact_id as id, f.created_at as "createdAt", f.lead_score as "leadScore", f.score_tier as "scoreTier", f.score_grade as "scoreGrade", f.title, f.department,
      f.country, f.industry, f.employee_count as "employeeCount", f.annual_revenue as "annualRevenue", f.score_override as override, a.types, a.times as "timesMs",
      s.score, s.firmographic, s.behavioral, s.intent, s.tier, s.grade, s.previous_tier as "previousTier", s.computed_at as "computedAt",
      s.next_decay_at as "nextDecayAt"
    from unnest(${ids}::uuid[]) as wanted(id)
    cross join lateral (
      select * from report_contacts_firmographics w where w.workspace_id = kith.workspace_id() and w.contact_id = wanted.id offset 0
    ) f
    left join contact_scores s on s.workspace_id = kith.workspace_id() and s.contact_id = f.contact_id
    left join lateral (
      select json_agg(n.type) as types, json_agg((extract(epoch from n.occurred_at) * 1000)::int8) as times
      from (
        select r.type, r.occurred_at from report_activities r
        where r.workspace_id = kith.workspace_id() and r.contact_id = f.contact_id and r.occurred_at > ${since} and r.status <> 'cancelled'
        order by r.occurred_at desc limit ${mostActivities}
      ) n
    ) a on true`);
  return rows.map(candidateOf);
}

function candidateOf(row: Row): Candidate {
  const { id, createdAt, leadScore: score, scoreTier: tier, scoreGrade: grade, override, types, timesMs } = row;
  const { title, department, country, industry, employeeCount, annualRevenue } = row;
  const activities = types?.map((type, index) => ({ type, atMs: timesMs?.[index] ?? Number.NaN })) ?? null;
  const subject = { title, department, country, industry, employeeCount, annualRevenue, activities };
  return { id, createdAt, score, tier, grade, subject, override, kept: keptOf(row) };
}

function keptOf(row: Row): KeptScore | undefined {
  if (row.score === null) return undefined;
  const { score, firmographic, behavioral, intent, tier, grade, previousTier, computedAt, nextDecayAt } = row;
  return { score, firmographic, behavioral, intent, tier, grade, previousTier, computedAt, nextDecayAt };
}

/** Ids of contacts in order, after one; those of some accounts, or all. */
export async function contactIds(
  reader: Sql,
  { accountIds, after }: { accountIds?: readonly string[] | undefined; after?: string | undefined },
  most: number,
): Promise<string[]> {
  const people = accountIds
    ? sql`unnest(${accountIds}::uuid[]) as wanted(id) cross join lateral (
        select contact_id from report_contacts_firmographics
        where workspace_id = kith.workspace_id() and account_id = wanted.id offset 0
      ) f where true`
    : sql`report_contacts_firmographics f where workspace_id = kith.workspace_id()`;
  const rest = after ? sql`and f.contact_id > ${after}::uuid` : sql``;
  const rows = await reader.rows<{ id: string }>(
    sql`select f.contact_id as id from ${people} ${rest} order by f.contact_id limit ${most}`,
  );
  return rows.map(({ id }) => id);
}
