-- The grade of a score stands with the contact, like the tier. It follows from the score, so lists sort and filter by that.

alter table contacts add column score_grade text not null default 'F' check (score_grade in ('A', 'B', 'C', 'D', 'F'));
-- The owner of the tables sees all workspaces at once only where the policies are not forced on it.
alter table contacts no force row level security;
update contacts set score_grade = case when lead_score >= 90 then 'A' when lead_score >= 70 then 'B' when lead_score >= 50 then 'C' else 'D' end
  where lead_score >= 30;
alter table contacts force row level security;

create or replace view report_contacts with (security_invoker = true) as
  select workspace_id, id as contact_id, account_id, owner_id, lifecycle_stage, lead_score, score_tier, created_at, score_grade
  from contacts where deleted_at is null;

-- What else scores may be made of: of addresses and numbers only what kind they are, or that they are there.
create or replace view report_contacts_firmographics with (security_invoker = true) as
  select c.workspace_id, c.id as contact_id, c.account_id, c.created_at, c.lead_score, c.score_tier, c.title, c.department,
    coalesce(c.country, a.billing_country) as country, a.industry, a.employee_count, a.annual_revenue, c.score_override, c.score_grade,
    c.city, c.state, c.lead_source, c.source, c.lifecycle_stage, c.tags, c.custom_fields, c.gdpr_consent,
    lower(split_part(c.email, '@', 2)) as email_domain, c.phone is not null as has_phone, c.linkedin_url is not null as has_linkedin,
    a.company_size, a.billing_city, a.billing_state, a.billing_country, a.domain, a.website, a.phone as company_phone, a.source as company_source,
    a.tags as company_tags, a.custom_fields as company_custom_fields, a.parent_account_id
  from contacts c
  left join lateral (
    select x.billing_country, x.industry, x.employee_count, x.annual_revenue, x.company_size, x.billing_city, x.billing_state, x.domain,
      x.website, x.phone, x.source, x.tags, x.custom_fields, x.parent_account_id
    from accounts x
    where x.workspace_id = c.workspace_id and x.id = c.account_id and x.deleted_at is null offset 0
  ) a on true
  where c.deleted_at is null;
