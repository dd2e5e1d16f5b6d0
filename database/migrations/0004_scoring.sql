-- Scoring: the models of a workspace and what is known of each score; what scoring reads of other modules; what belongs to the demo.

create table scoring_models (
  id uuid not null,
  version bigint not null default 1,
  name varchar(255) not null check (name <> ''),
  config jsonb not null,
  is_active boolean not null default false
);
select kith.make_workspace_table('scoring_models');
alter table scoring_models add constraint scoring_models_by_name unique (workspace_id, name);
create unique index scoring_models_active on scoring_models (workspace_id) where is_active;

-- The latest move of a score. There is no row for a contact whose score is still the one that it was created with and cannot fade.
create table contact_scores (
  contact_id uuid not null,
  score smallint not null check (score between 0 and 100),
  firmographic smallint not null,
  behavioral smallint not null,
  intent smallint not null,
  tier varchar(20) not null,
  grade varchar(5) not null,
  previous_tier varchar(20),
  computed_at timestamptz(3) not null,
  next_decay_at timestamptz(3)
);
select kith.make_workspace_table('contact_scores', 'contact_id', false);
alter table contact_scores add foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade;
create index contact_scores_by_decay on contact_scores (workspace_id, next_decay_at) where next_decay_at is not null;

-- What other modules may read of contacts: who they are and where they work. The account is looked up for each contact (which `offset 0`
-- makes sure of): while there are no statistics, the planner takes a workspace for one account and would read all of them for each contact.
create view report_contacts_firmographics with (security_invoker = true) as
  select c.workspace_id, c.id as contact_id, c.account_id, c.created_at, c.lead_score, c.score_tier, c.title, c.department,
    coalesce(c.country, a.billing_country) as country, a.industry, a.employee_count, a.annual_revenue
  from contacts c
  left join lateral (
    select x.billing_country, x.industry, x.employee_count, x.annual_revenue from accounts x
    where x.workspace_id = c.workspace_id and x.id = c.account_id and x.deleted_at is null offset 0
  ) a on true
  where c.deleted_at is null;

-- What other modules may read of accounts.
create view report_accounts with (security_invoker = true) as
  select workspace_id, id as account_id, parent_account_id, name, industry, employee_count, annual_revenue, billing_country as country
  from accounts where deleted_at is null;

-- What other modules may read of activities: what happened with whom and when, not what was said.
create view report_activities with (security_invoker = true) as
  select workspace_id, id as activity_id, contact_id, account_id, type, status, occurred_at
  from activities where deleted_at is null;

-- Who can have done something: users and keys, by the id that records are stamped with.
create view report_actors with (security_invoker = true) as
  select workspace_id, id as actor_id, 'user'::text as type, name::text as name from users
  union all
  select workspace_id, id, 'key', name from api_keys;

grant select on report_contacts_firmographics, report_accounts, report_activities, report_actors to kith_app;

-- Makes the index of a table's primary key its youngest. As long as a table has no statistics, every index that begins with the workspace
-- costs the same to the planner, and it takes the youngest of equals: with contacts_by_lifecycle each look-up by id, foreign keys
-- included, read the whole workspace, and the first 10,000 contacts with their activities took 17 s instead of 6.
create function kith.primary_key_last(target regclass) returns void
language plpgsql as $$
declare
  own record;
  foreign_keys text[];
  statement text;
begin
  select conname, pg_get_constraintdef(oid) as definition into own from pg_constraint where conrelid = target and contype = 'p';
  select coalesce(array_agg(format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))), '{}')
    into foreign_keys from pg_constraint where confrelid = target and contype = 'f';
  execute format('alter table %s drop constraint %I cascade', target, own.conname);
  execute format('alter table %s add constraint %I %s', target, own.conname, own.definition);
  foreach statement in array foreign_keys loop
    execute statement;
  end loop;
end $$;
select kith.primary_key_last('accounts');
select kith.primary_key_last('contacts');
select kith.primary_key_last('activities');

-- The demo of a workspace, and which records belong to it, so that exactly these are taken away again.
create table demos (
  id uuid not null,
  status text not null default 'making' check (status in ('making', 'ready', 'removing')),
  seed integer not null,
  accounts integer not null,
  contacts integer not null,
  made_for timestamptz(3) not null,
  owner_id uuid,
  change_set_id uuid not null
);
select kith.make_workspace_table('demos');
create unique index demos_one on demos (workspace_id);

create table demo_chunks (
  demo_id uuid not null,
  object text not null,
  position integer not null,
  record_ids uuid[] not null
);
select kith.make_workspace_table('demo_chunks', 'demo_id, object, position', false);
alter table demo_chunks add foreign key (workspace_id, demo_id) references demos (workspace_id, id) on delete cascade;
