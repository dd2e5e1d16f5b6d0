-- A score that somebody has set by hand, with the reason: it stands instead of the computed one, for good or until a moment.

alter table contacts add column score_override jsonb
  check ((score_override ->> 'score')::integer between 0 and 100)
  check (btrim(score_override ->> 'reason') <> '');

create or replace view report_contacts_firmographics with (security_invoker = true) as
  select c.workspace_id, c.id as contact_id, c.account_id, c.created_at, c.lead_score, c.score_tier, c.title, c.department,
    coalesce(c.country, a.billing_country) as country, a.industry, a.employee_count, a.annual_revenue, c.score_override
  from contacts c
  left join lateral (
    select x.billing_country, x.industry, x.employee_count, x.annual_revenue from accounts x
    where x.workspace_id = c.workspace_id and x.id = c.account_id and x.deleted_at is null offset 0
  ) a on true
  where c.deleted_at is null;
