-- The audit log: what was done, refused, read and taken out, in a chain of hashes for each workspace.

-- What is written says where it came from, and where it stands in the order of commits: the chain is sealed from that, behind the writers.
alter table change_sets
  add column epoch integer,
  add column xid xid8,
  add column address text,
  add column impersonator_id uuid,
  add column impersonator_name text;
alter table change_sets
  alter column epoch set default kith.event_epoch(),
  alter column xid set default pg_current_xact_id();
create index change_sets_in_order on change_sets (workspace_id, epoch, xid, id) where xid is not null;

-- What happened outside of any write waits here for the chain, a second at most.
create table audit_inbox (id uuid not null, entry jsonb not null);
select kith.make_workspace_table('audit_inbox', 'id', false);

-- The end of the chain of a workspace, how far into its change sets it reaches, and from where on its entries are kept.
create table audit_chains (
  id integer not null default 1 check (id = 1),
  seq bigint not null default 0,
  hash bytea not null,
  sealed_at timestamptz(3) not null,
  epoch integer not null default 0,
  xid xid8 not null default '0',
  change_set_id uuid not null default '00000000-0000-0000-0000-000000000000',
  kept_from bigint not null default 1
);
select kith.make_workspace_table('audit_chains', 'id', false);

-- Entries are added and never changed. Names and addresses stand in `personal` alone: they can go, with their salt, and the chain still holds.
create table audit_entries (
  workspace_id uuid not null default kith.workspace_id(),
  sealed_at timestamptz(3) not null,
  seq bigint not null,
  id uuid not null,
  at timestamptz(3) not null,
  kind text not null,
  operation text not null,
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  code text,
  surface text not null,
  request_id text,
  actor_type text not null,
  actor_id uuid not null,
  impersonator_id uuid,
  change_set_id uuid,
  records integer not null default 0,
  record_ids uuid[] not null default '{}',
  details text not null default '{}',
  personal text,
  salt bytea,
  personal_digest bytea not null,
  hash bytea not null,
  primary key (workspace_id, sealed_at, seq)
) partition by range (sealed_at);
create index audit_entries_in_order on audit_entries (workspace_id, seq);
create index audit_entries_by_time on audit_entries (workspace_id, at, seq);
create index audit_entries_of_actor on audit_entries (workspace_id, actor_id, at, seq);
create index audit_entries_of_operation on audit_entries (workspace_id, operation, at, seq);
create index audit_entries_of_kind on audit_entries (workspace_id, kind, at, seq);
create index audit_entries_not_done on audit_entries (workspace_id, outcome, at, seq) where outcome <> 'done';
create index audit_entries_of_change_set on audit_entries (workspace_id, change_set_id) where change_set_id is not null;
select kith.secure_workspace_table('audit_entries');
revoke update, delete on audit_entries from kith_app, kith_system;
grant update (personal, salt) on audit_entries to kith_app;

-- Which entries tell of a record.
create table audit_entry_records (
  workspace_id uuid not null default kith.workspace_id(),
  record_id uuid not null,
  at timestamptz(3) not null,
  seq bigint not null,
  sealed_at timestamptz(3) not null,
  primary key (workspace_id, record_id, at, seq, sealed_at)
) partition by range (sealed_at);
select kith.secure_workspace_table('audit_entry_records');
revoke update, delete on audit_entry_records from kith_app, kith_system;

-- How far the entries of a workspace have been sent to another system.
create table audit_deliveries (
  stream text not null,
  seq bigint not null default 0,
  failures integer not null default 0,
  retry_at timestamptz(3),
  last_error text
);
select kith.make_workspace_table('audit_deliveries', 'stream', false);

-- Monthly partitions for every log, whatever it is partitioned by.
create or replace function kith.ensure_partitions(around timestamptz, months integer) returns void
language plpgsql as $$
declare
  parent text;
  month date;
  child text;
begin
  for parent in
    select c.relname from pg_partitioned_table p join pg_class c on c.oid = p.partrelid
    where p.partstrat = 'r' and c.relnamespace = 'public'::regnamespace order by c.relname
  loop
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
