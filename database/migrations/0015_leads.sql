-- Leads, who they go to, and why.

create table territories (
  id uuid not null,
  version bigint not null default 1,
  name varchar(255) not null check (name <> ''),
  description text,
  match jsonb,
  team jsonb,
  owner_id uuid,
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('territories');
create index territories_by_name on territories (workspace_id, name, id);

create table routing_rules (
  id uuid not null,
  version bigint not null default 1,
  name varchar(255) not null check (name <> ''),
  description text,
  position integer not null default 0,
  active boolean not null default true,
  conditions jsonb,
  action jsonb not null,
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('routing_rules');
create index routing_rules_in_order on routing_rules (workspace_id, position, id);

-- Whose turn it is: how far each member of a rule or a territory (the wheel) is ahead of or behind their share.
create table routing_turns (
  wheel_id uuid not null,
  user_id uuid not null,
  standing bigint not null default 0
);
select kith.make_workspace_table('routing_turns', 'wheel_id, user_id', false);

-- Every assignment with its reason. It stays when a record is deleted and goes when it is purged.
create table routing_log (
  id uuid not null,
  object text not null,
  record_id uuid not null,
  kind text not null check (kind in ('rule', 'hand', 'rejected', 'none')),
  rule_id uuid,
  territory_id uuid,
  owner_id uuid,
  previous_owner_id uuid,
  because text not null,
  at timestamptz(3) not null,
  actor_id uuid not null
);
select kith.make_workspace_table('routing_log', 'id', false);
create index routing_log_of_record on routing_log (workspace_id, record_id, id);
create index routing_log_of_owner on routing_log (workspace_id, owner_id, id) where owner_id is not null;
create index routing_log_of_rule on routing_log (workspace_id, rule_id, id) where rule_id is not null;

-- Statuses, reasons and times to answer, where they are not the shipped ones.
create table lead_settings (
  version bigint not null default 1,
  config jsonb not null,
  only_one boolean not null default true check (only_one)
);
select kith.make_workspace_table('lead_settings', 'only_one');

create table leads (
  id uuid not null,
  version bigint not null default 1,
  contact_id uuid,
  account_id uuid,
  name varchar(511) not null default '',
  first_name varchar(255),
  last_name varchar(255),
  email varchar(320),
  phone varchar(50),
  company varchar(500),
  title varchar(255),
  country varchar(100),
  industry varchar(100),
  website varchar(500),
  source varchar(100),
  source_key varchar(255),
  campaign varchar(255),
  message text,
  status varchar(50) not null,
  owner_id uuid,
  territory_id uuid,
  assigned_at timestamptz(3),
  assigned_because text,
  sla_due_at timestamptz(3),
  overdue_at timestamptz(3),
  accepted_at timestamptz(3),
  rejection_reason text,
  disqualification_reason varchar(255),
  closed_at timestamptz(3),
  converted_at timestamptz(3),
  deal_id uuid,
  score integer not null default 0 check (score between 0 and 100),
  tier varchar(20) not null default 'COLD',
  grade varchar(5) not null default 'F',
  enrichment jsonb,
  tags text[] not null default '{}',
  custom_fields jsonb not null default '{}',
  unmapped jsonb,
  import_id uuid,
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('leads');
alter table leads add foreign key (workspace_id, contact_id) references contacts (workspace_id, id);
alter table leads add foreign key (workspace_id, account_id) references accounts (workspace_id, id);
alter table leads add foreign key (workspace_id, territory_id) references territories (workspace_id, id);
-- The order of the inbox in one number, so that one index gives it: the higher score first, of equals who has waited longest.
alter table leads add column priority bigint not null
  generated always as (score::bigint * 10000000000 + 9999999999 - floor(extract(epoch from created_at at time zone 'UTC'))::bigint) stored;
create index leads_newest on leads (workspace_id, created_at, id);
create index leads_by_change on leads (workspace_id, updated_at, id);
create index leads_by_name on leads (workspace_id, name, id);
create index leads_by_priority on leads (workspace_id, priority, id);
create index leads_by_owner on leads (workspace_id, owner_id, priority) where owner_id is not null;
create index leads_by_status on leads (workspace_id, status, priority);
create index leads_by_score on leads (workspace_id, score, id);
create index leads_by_tier on leads (workspace_id, tier, priority);
create index leads_by_source on leads (workspace_id, source, created_at) where source is not null;
create index leads_by_campaign on leads (workspace_id, campaign) where campaign is not null;
create index leads_by_email on leads (workspace_id, email) where email is not null;
create index leads_of_contact on leads (workspace_id, contact_id) where contact_id is not null;
create index leads_of_account on leads (workspace_id, account_id) where account_id is not null;
create index leads_of_territory on leads (workspace_id, territory_id) where territory_id is not null;
create index leads_of_deal on leads (workspace_id, deal_id) where deal_id is not null;
create index leads_open on leads (workspace_id, priority, id) where closed_at is null and deleted_at is null;
create index leads_waiting on leads (workspace_id, sla_due_at)
  where sla_due_at is not null and overdue_at is null and accepted_at is null and closed_at is null and deleted_at is null;
-- What a source calls its own lead: told twice, it is one.
create unique index leads_by_source_key on leads (workspace_id, source, source_key) where source_key is not null and deleted_at is null;
select kith.primary_key_last('leads');

-- What other modules may read of leads: whose they are and how far they have come, not what was said.
create view report_leads with (security_invoker = true) as
  select workspace_id, id as lead_id, contact_id, account_id, owner_id, territory_id, deal_id, status, source, campaign, score, tier, grade,
    created_at, assigned_at, accepted_at, sla_due_at, overdue_at, closed_at, converted_at
  from leads where deleted_at is null;
grant select on report_leads to kith_app;
