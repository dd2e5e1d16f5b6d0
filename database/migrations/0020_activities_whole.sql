-- Activities as a whole: what is planned stands as open, every way of finding one has its index, and workspaces name types of their own.

alter table activities alter column status set default 'open';
alter table activities add column deal_id uuid, add column lead_id uuid;
alter table activities add foreign key (workspace_id, deal_id) references deals (workspace_id, id);
alter table activities add foreign key (workspace_id, lead_id) references leads (workspace_id, id);
create index activities_of_deal on activities (workspace_id, deal_id, occurred_at, id) where deal_id is not null;
create index activities_of_lead on activities (workspace_id, lead_id, occurred_at, id) where lead_id is not null;
create index activities_by_owner on activities (workspace_id, owner_id, occurred_at) where owner_id is not null;
create index activities_by_assigned on activities (workspace_id, assigned_to_id, due_at) where assigned_to_id is not null;
create index activities_by_status on activities (workspace_id, type, status);
create index activities_by_due on activities (workspace_id, due_at) where due_at is not null;

-- Types of activity that a workspace adds to those that Kith knows.
create table activity_types (
  id uuid not null,
  version bigint not null default 1,
  name varchar(100) not null check (name ~ '^[a-z][a-z0-9_]*$'),
  label varchar(255) not null check (label <> ''),
  description text,
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('activity_types');
create unique index activity_types_by_name on activity_types (workspace_id, name) where deleted_at is null;
select kith.primary_key_last('activities');

-- The polymorphic reading: an activity once for each record that it stands with.
create view activity_entities with (security_invoker = true) as
  select workspace_id, 'contact'::text as entity_type, contact_id as entity_id, id as activity_id, type, coalesce(data, '{}') as data, created_at, occurred_at
  from activities where contact_id is not null and deleted_at is null
  union all
  select workspace_id, 'account', account_id, id, type, coalesce(data, '{}'), created_at, occurred_at
  from activities where account_id is not null and deleted_at is null
  union all
  select workspace_id, 'deal', deal_id, id, type, coalesce(data, '{}'), created_at, occurred_at
  from activities where deal_id is not null and deleted_at is null
  union all
  select workspace_id, 'lead', lead_id, id, type, coalesce(data, '{}'), created_at, occurred_at
  from activities where lead_id is not null and deleted_at is null;
grant select on activity_entities to kith_app;
