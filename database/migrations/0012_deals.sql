-- Deals: business that may be won, with an amount and a stage; their way through the stages; who decides, and against whom.

create table deals (
  id uuid not null,
  version bigint not null default 1,
  name varchar(500) not null check (name <> ''),
  account_id uuid,
  contact_id uuid,
  lead_id uuid,
  owner_id uuid,
  pipeline_id uuid not null,
  stage_id uuid not null,
  stage varchar(100) not null,
  status text not null default 'open' check (status in ('open', 'won', 'lost')),
  amount_minor bigint,
  currency varchar(3) not null,
  base_amount_minor bigint,
  base_currency varchar(3) not null,
  probability integer not null default 0 check (probability between 0 and 100),
  close_date date,
  created_date date not null default current_date,
  deal_type varchar(100),
  lead_source varchar(100),
  source varchar(100),
  forecast_category varchar(50),
  next_step text,
  lost_reason varchar(255),
  closed_at timestamptz(3),
  stage_since timestamptz(3) not null default now(),
  needs_account boolean generated always as (account_id is null) stored,
  amount_from_items boolean not null default false,
  external_id varchar(255),
  description text,
  metadata jsonb,
  tags text[] not null default '{}',
  custom_fields jsonb not null default '{}',
  unmapped jsonb,
  import_id uuid,
  deleted_at timestamptz(3),
  check ((status = 'open') = (closed_at is null))
);
select kith.make_workspace_table('deals');
alter table deals add foreign key (workspace_id, account_id) references accounts (workspace_id, id);
alter table deals add foreign key (workspace_id, contact_id) references contacts (workspace_id, id);
alter table deals add foreign key (workspace_id, pipeline_id) references pipelines (workspace_id, id);
alter table deals add foreign key (workspace_id, stage_id) references pipeline_stages (workspace_id, id);
create index deals_newest on deals (workspace_id, created_at, id);
create index deals_by_change on deals (workspace_id, updated_at, id);
create index deals_by_name on deals (workspace_id, name, id);
create index deals_by_owner on deals (workspace_id, owner_id, created_at) where owner_id is not null;
create index deals_by_stage on deals (workspace_id, stage, created_at);
create index deals_on_board on deals (workspace_id, stage_id, stage_since desc, id desc) include (base_amount_minor, probability) where deleted_at is null;
create index deals_by_pipeline on deals (workspace_id, pipeline_id, status, close_date);
create index deals_by_close_date on deals (workspace_id, close_date, id);
create index deals_by_created_date on deals (workspace_id, created_date, id);
create index deals_by_closed_at on deals (workspace_id, closed_at, id) where closed_at is not null;
create index deals_by_amount on deals (workspace_id, base_amount_minor desc nulls last, id desc);
create index deals_by_forecast on deals (workspace_id, forecast_category, close_date);
create index deals_by_status on deals (workspace_id, status, created_at);
create index deals_by_account on deals (workspace_id, account_id, created_at) where account_id is not null;
create index deals_by_contact on deals (workspace_id, contact_id, created_at) where contact_id is not null;
create index deals_by_lead on deals (workspace_id, lead_id) where lead_id is not null;
create index deals_by_external_id on deals (workspace_id, external_id) where external_id is not null;
create index deals_by_currency on deals (workspace_id, currency, id);

-- The way of a deal through the stages; a row for each step, the first without a stage before it.
create table deal_stage_history (
  id uuid not null,
  deal_id uuid not null,
  from_stage_id uuid,
  to_stage_id uuid not null,
  from_stage varchar(100),
  to_stage varchar(100) not null,
  changed_at timestamptz(3) not null,
  changed_by uuid,
  triggered_by text not null check (triggered_by in ('user', 'agent', 'automation')),
  time_in_stage_hours numeric(14, 4) check (time_in_stage_hours >= 0)
);
select kith.make_workspace_table('deal_stage_history', 'id', false);
-- Asked at commit: the steps of new deals may be on their way before the deals themselves.
alter table deal_stage_history add foreign key (workspace_id, deal_id) references deals (workspace_id, id) on delete cascade
  deferrable initially deferred;
create index deal_stage_history_of_deal on deal_stage_history (workspace_id, deal_id, changed_at, id);

-- People at the customer who have a say in a deal.
create table deal_stakeholders (
  id uuid not null,
  version bigint not null default 1,
  deal_id uuid not null,
  contact_id uuid not null,
  role varchar(50) not null,
  notes text,
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('deal_stakeholders');
alter table deal_stakeholders add foreign key (workspace_id, deal_id) references deals (workspace_id, id) on delete cascade;
alter table deal_stakeholders add foreign key (workspace_id, contact_id) references contacts (workspace_id, id);
create unique index deal_stakeholders_of_deal on deal_stakeholders (workspace_id, deal_id, contact_id) where deleted_at is null;
create index deal_stakeholders_of_contact on deal_stakeholders (workspace_id, contact_id);
create index deal_stakeholders_newest on deal_stakeholders (workspace_id, created_at, id);

-- Against whom a deal is fought for.
create table deal_competitors (
  id uuid not null,
  version bigint not null default 1,
  deal_id uuid not null,
  name varchar(255) not null check (name <> ''),
  account_id uuid,
  strength varchar(20),
  notes text,
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('deal_competitors');
alter table deal_competitors add foreign key (workspace_id, deal_id) references deals (workspace_id, id) on delete cascade;
alter table deal_competitors add foreign key (workspace_id, account_id) references accounts (workspace_id, id);
create unique index deal_competitors_of_deal on deal_competitors (workspace_id, deal_id, name) where deleted_at is null;
create index deal_competitors_newest on deal_competitors (workspace_id, created_at, id);

-- What other modules may read of deals.
create view report_deals with (security_invoker = true) as
  select workspace_id, id as deal_id, name, account_id, contact_id, owner_id, pipeline_id, stage_id, status, amount_minor, currency,
    base_amount_minor, base_currency, probability, close_date, created_date, forecast_category, lost_reason, closed_at, stage_since,
    amount_from_items, created_at
  from deals where deleted_at is null;
create view report_deal_stages with (security_invoker = true) as
  select workspace_id, deal_id, from_stage_id, to_stage_id, changed_at, time_in_stage_hours from deal_stage_history;
grant select on report_deals, report_deal_stages to kith_app;
create view report_contact_lifecycles with (security_invoker = true) as
  select workspace_id, id as contact_id, lifecycle_stage from contacts where deleted_at is null;
grant select on report_contact_lifecycles to kith_app;
