-- The ground: workspaces, the maker of workspace tables, events, changes, idempotency.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;

create schema kith;
grant usage on schema kith to kith_app, kith_system;
grant usage on schema public to kith_app, kith_system;

-- The workspace of this transaction; after a commit the setting is '' and not NULL.
create function kith.workspace_id() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.workspace_id', true), '')::uuid $$;

-- Gives a table everything that a table of a workspace must have. The table comes with the columns of its key, without a primary key.
-- There is no foreign key to workspaces: every insert would lock the one row of its workspace, and the policy already pins the value.
create function kith.make_workspace_table(target regclass, key text default 'id', audited boolean default true) returns void
language plpgsql as $$
begin
  execute format('alter table %s add column workspace_id uuid not null default kith.workspace_id()', target);
  execute format('alter table %s add primary key (workspace_id, %s)', target, key);
  if audited then
    execute format('alter table %s
      add column created_at timestamptz(3) not null default now(),
      add column updated_at timestamptz(3) not null default now(),
      add column created_by uuid,
      add column updated_by uuid', target);
  end if;
  perform kith.secure_workspace_table(target);
end $$;

create function kith.secure_workspace_table(target regclass) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy workspace on %s to public
    using (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid)
    with check (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid)', target);
  execute format('create policy system on %s to kith_system using (true) with check (true)', target);
  execute format('grant select, insert, update, delete on %s to kith_app, kith_system', target);
end $$;

create table workspaces (
  id uuid primary key,
  name varchar(255) not null check (name <> ''),
  domain varchar(255) unique,
  settings jsonb not null default '{}',
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);
alter table workspaces enable row level security;
alter table workspaces force row level security;
create policy workspace on workspaces to public using (id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (id = nullif(current_setting('app.workspace_id', true), '')::uuid);
create policy system on workspaces to kith_system using (true) with check (true);
grant select, insert, update, delete on workspaces to kith_app, kith_system;

-- A restore resets transaction ids: the epoch keeps event cursors in order across one.
create table event_epochs (epoch integer primary key, began_at timestamptz not null default now());
insert into event_epochs values (1);
grant select on event_epochs to kith_app, kith_system;
create function kith.event_epoch() returns integer language sql stable parallel safe as
$$ select max(epoch) from public.event_epochs $$;

-- The log. One row may carry a chunk of up to 1,000 records of one kind.
create table events (
  workspace_id uuid not null default kith.workspace_id(),
  at timestamptz(3) not null default now(),
  id uuid not null,
  epoch integer not null default kith.event_epoch(),
  xid xid8 not null default pg_current_xact_id(),
  type text not null,
  object text,
  record_ids uuid[] not null default '{}' check (cardinality(record_ids) <= 1000),
  data jsonb not null default '{}',
  change_set_id uuid,
  actor_type text not null,
  actor_id uuid not null,
  actor_name text not null,
  cause_id uuid,
  depth smallint not null default 0 check (depth between 0 and 8),
  primary key (workspace_id, at, id)
) partition by range (at);
create index events_in_order on events (workspace_id, epoch, xid, id);
create index events_of_change_set on events (workspace_id, change_set_id) where change_set_id is not null;
select kith.secure_workspace_table('events');

-- How far a group of handlers has read the log of a workspace.
create table handler_cursors (
  handler_group text not null,
  epoch integer not null default 0,
  xid xid8 not null default '0',
  event_id uuid not null default '00000000-0000-0000-0000-000000000000',
  failures integer not null default 0,
  retry_at timestamptz,
  last_error text
);
select kith.make_workspace_table('handler_cursors', 'handler_group', false);

create table failed_events (
  handler_group text not null,
  event_id uuid not null,
  event_at timestamptz(3) not null,
  error text not null,
  failed_at timestamptz(3) not null default now()
);
select kith.make_workspace_table('failed_events', 'handler_group, event_id', false);

-- What one operation did: the entry of the audit trail, and what undo takes back.
create table change_sets (
  id uuid not null,
  operation text not null,
  surface text not null,
  request_id text,
  at timestamptz(3) not null,
  actor_type text not null,
  actor_id uuid not null,
  actor_name text not null,
  status text not null default 'done' check (status in ('partial', 'done')),
  records integer not null default 0,
  undoes uuid,
  undone_by uuid
);
select kith.make_workspace_table('change_sets', 'id', false);
create index change_sets_of_actor on change_sets (workspace_id, actor_id, at);

-- Before and after of every change to a record; personal values only inside `sealed`, under the key of the person.
create table changes (
  workspace_id uuid not null default kith.workspace_id(),
  at timestamptz(3) not null,
  id uuid not null,
  change_set_id uuid not null,
  object text not null,
  record_id uuid not null,
  version bigint not null,
  before jsonb not null default '{}',
  after jsonb not null default '{}',
  person_id uuid,
  sealed bytea,
  primary key (workspace_id, at, id)
) partition by range (at);
create index changes_of_record on changes (workspace_id, record_id, at);
create index changes_of_change_set on changes (workspace_id, change_set_id);
select kith.secure_workspace_table('changes');

-- How far the undo of a large change set has come: its changes newest first, then the records that it created.
create table undo_runs (
  change_set_id uuid not null,
  change_id uuid,
  event_id uuid,
  undone integer not null default 0,
  kept jsonb not null default '[]',
  done boolean not null default false
);
select kith.make_workspace_table('undo_runs', 'change_set_id', false);

create table workspace_keys (id integer not null default 1, wrapped bytea not null);
select kith.make_workspace_table('workspace_keys');
create table person_keys (person_id uuid not null, wrapped bytea not null);
select kith.make_workspace_table('person_keys', 'person_id', false);

-- Answers to writes that came with an idempotency key, kept for 24 hours.
create table idempotency_keys (
  actor_id uuid not null,
  key text not null check (length(key) between 1 and 255),
  request_hash bytea not null,
  status smallint,
  answer text,
  created_at timestamptz(3) not null default now()
);
select kith.make_workspace_table('idempotency_keys', 'actor_id, key', false);
create index idempotency_keys_by_age on idempotency_keys (workspace_id, created_at);

-- Custom fields: more entries in the catalogue of a workspace.
create table custom_fields (
  id uuid not null,
  object text not null,
  name text not null check (name ~ '^[a-z][A-Za-z0-9]{0,62}$'),
  label varchar(255) not null,
  description text not null default '',
  type text not null,
  options jsonb not null default '[]',
  required boolean not null default false,
  indexed boolean not null default true,
  privacy text not null default 'internal',
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('custom_fields');
create unique index custom_fields_by_name on custom_fields (workspace_id, object, name) where deleted_at is null;

-- The values of custom fields (and tags) that lists filter or sort by, in leakproof types.
create table field_values (
  field_id uuid not null,
  record_id uuid not null,
  position smallint not null default 0,
  text_value text,
  number_value double precision,
  time_value timestamptz(3)
);
select kith.make_workspace_table('field_values', 'field_id, record_id, position', false);
create index field_values_text on field_values (workspace_id, field_id, text_value, record_id) where text_value is not null;
create index field_values_number on field_values (workspace_id, field_id, number_value, record_id) where number_value is not null;
create index field_values_time on field_values (workspace_id, field_id, time_value, record_id) where time_value is not null;
create index field_values_of_record on field_values (workspace_id, record_id);

-- Monthly partitions for the logs, from the month of `around` on; the default partition catches clocks that are wrong.
create function kith.ensure_partitions(around timestamptz, months integer) returns void
language plpgsql as $$
declare
  parent text;
  month date;
  child text;
begin
  foreach parent in array array['events', 'changes'] loop
    if to_regclass('public.' || parent || '_default') is null then
      execute format('create table public.%I partition of public.%I default', parent || '_default', parent);
      execute format('alter table public.%I enable row level security', parent || '_default');
      execute format('alter table public.%I force row level security', parent || '_default');
    end if;
    for month in select generate_series(date_trunc('month', around) - interval '1 month', date_trunc('month', around) + make_interval(months => months), interval '1 month')::date loop
      child := parent || '_' || to_char(month, 'YYYY_MM');
      if to_regclass('public.' || child) is null then
        execute format('create table public.%I partition of public.%I for values from (%L) to (%L)', child, parent, month, month + interval '1 month');
        execute format('alter table public.%I enable row level security', child);
        execute format('alter table public.%I force row level security', child);
      end if;
    end loop;
  end loop;
end $$;

-- System functions: the only ones that see more than one workspace. Owned by kith_system, at most ten.
create function kith.list_workspaces() returns table (id uuid, name varchar)
language sql stable security definer set search_path = public, pg_temp as
$$ select id, name from workspaces order by id $$;

create function kith.create_workspace(new_id uuid, new_name text) returns uuid
language sql security definer set search_path = public, pg_temp as
$$ insert into workspaces (id, name) values (new_id, new_name) returning id $$;

-- Workspaces whose log holds events that a group of handlers has not read, and that no running transaction can still precede.
create function kith.workspaces_with_events(group_name text) returns table (id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.id from workspaces w
  left join handler_cursors c on c.workspace_id = w.id and c.handler_group = group_name
  where (c.retry_at is null or c.retry_at <= now()) and exists (
    select 1 from events e
    where e.workspace_id = w.id
      and (e.epoch, e.xid, e.id) > (coalesce(c.epoch, 0), coalesce(c.xid, '0'), coalesce(c.event_id, '00000000-0000-0000-0000-000000000000'))
      and (e.epoch < kith.event_epoch() or e.xid < pg_snapshot_xmin(pg_current_snapshot()))
  )
$$;

create function kith.delete_old_idempotency_keys(before timestamptz) returns bigint
language sql security definer set search_path = public, pg_temp as
$$ with gone as (delete from idempotency_keys where created_at < before returning 1) select count(*) from gone $$;

alter function kith.list_workspaces() owner to kith_system;
alter function kith.create_workspace(uuid, text) owner to kith_system;
alter function kith.workspaces_with_events(text) owner to kith_system;
alter function kith.delete_old_idempotency_keys(timestamptz) owner to kith_system;
