import { type Sql, sql } from '#platform/database';
import { asksFacts } from '../rules/criteria/extras.ts';
import { completed } from '../rules/criteria/facts.ts';
import type { Facts } from '../rules/criteria/signals.ts';
import type { ScoringModel } from '../rules/model.ts';
import type { Candidate, KeptScore } from '../rules/moves.ts';
import type { ScoreOverride } from '../rules/override.ts';
import type { ScoredSubject } from '../rules/subject.ts';
import type { Grade, Tier } from '../rules/tiers.ts';

/** The newest activities of a contact that are looked at: enough for every factor to be full. */
const mostActivities = 2000;

type Row = Omit<ScoredSubject, 'activities' | 'facts'> &
  Omit<KeptScore, 'score' | 'tier' | 'firmographic'> & {
    id: string;
    createdAt: Date;
    leadScore: number;
    scoreTier: Tier;
    scoreGrade: Grade;
    override: ScoreOverride | null;
    facts: Facts | null;
    types: string[] | null;
    timesMs: number[] | null;
    score: number | null;
    tier: Tier;
    firmographic: number;
  };

/** What criteria may ask for beside the plain facts, by the names of signals; what follows from others is completed in the rules. */
const factsSql = sql`jsonb_build_object('state', f.state, 'city', f.city, 'leadSource', f.lead_source, 'source', f.source,
    'lifecycleStage', f.lifecycle_stage, 'tags', f.tags, 'emailDomain', f.email_domain, 'hasPhone', f.has_phone, 'hasLinkedin', f.has_linkedin,
    'hasConsent', f.gdpr_consent, 'hasAccount', f.account_id is not null, 'account.companySize', f.company_size,
    'account.country', f.billing_country, 'account.state', f.billing_state, 'account.city', f.billing_city, 'account.domain', f.domain,
    'account.hasWebsite', f.website is not null, 'account.hasPhone', f.company_phone is not null,
    'account.isSubsidiary', f.parent_account_id is not null, 'account.source', f.company_source, 'account.tags', f.company_tags)
  || coalesce((select jsonb_object_agg('custom.' || c.key, c.value) from jsonb_each(f.custom_fields) c), '{}')
  || coalesce((select jsonb_object_agg('account.custom.' || c.key, c.value) from jsonb_each(f.company_custom_fields) c), '{}')`;

/**
 * Contacts with all that their scores are made of; those that are deleted or not there are left out. Written so that it can only be
 * index look-ups: a plan that was made when there were few contacts is kept while an import brings a million.
 */
export async function candidates(
  reader: Sql,
  ids: readonly string[],
  since: Date,
  model?: ScoringModel,
): Promise<Candidate[]> {
  const facts = model && asksFacts(model) ? factsSql : sql`null::jsonb`;
  const rows = await reader.rows<Row>(sql`
    select f.contact_id as id, f.created_at as "createdAt", f.lead_score as "leadScore", f.score_tier as "scoreTier", f.score_grade as "scoreGrade", f.title, f.department,
      f.country, f.industry, f.employee_count as "employeeCount", f.annual_revenue as "annualRevenue", f.score_override as override, d.probability as "dealProbability", ${facts} as facts, a.types, a.times as "timesMs",
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
    ) a on true
    left join lateral (
      select max(x.probability) filter (where x.status = 'open' and not x.is_deleted) as probability from report_deal_contacts x
      where x.workspace_id = kith.workspace_id() and x.contact_id = f.contact_id
    ) d on true`);
  return rows.map(candidateOf);
}

function candidateOf(row: Row): Candidate {
  const { id, createdAt, leadScore: score, scoreTier: tier, scoreGrade: grade, override, types, timesMs } = row;
  const { title, department, country, industry, employeeCount, annualRevenue } = row;
  const activities = types?.map((type, index) => ({ type, atMs: timesMs?.[index] ?? Number.NaN })) ?? null;
  const { dealProbability } = row;
  const facts = row.facts && completed(row.facts, row);
  const subject = {
    title,
    department,
    country,
    industry,
    employeeCount,
    annualRevenue,
    activities,
    dealProbability,
    facts,
  };
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

/** Whose deals these are. */
export async function contactsOfDeals(reader: Sql, dealIds: readonly string[]): Promise<string[]> {
  if (dealIds.length === 0) return [];
  const rows = await reader.rows<{ id: string }>(sql`select distinct contact_id as id from report_deal_contacts
    where workspace_id = kith.workspace_id() and deal_id = any(${dealIds}::uuid[])`);
  return rows.map(({ id }) => id);
}
