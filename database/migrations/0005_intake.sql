-- Intake: uploaded files, imports, and what became of rows that were not simply taken.

create table uploads (
  id uuid not null,
  object text not null,
  file_key text not null,
  file_name varchar(500) not null,
  file_size bigint not null,
  sha256 char(64) not null,
  used boolean not null default false
);
select kith.make_workspace_table('uploads');
create index uploads_by_age on uploads (workspace_id, created_at) where not used;

create table imports (
  id uuid not null,
  object text not null,
  status text not null default 'queued' check (status in ('queued', 'running', 'paused', 'done', 'failed', 'cancelled')),
  dry_run boolean not null default false,
  file_key text not null,
  file_name varchar(500) not null,
  file_size bigint not null,
  sha256 char(64) not null,
  dialect jsonb not null,
  headers jsonb not null,
  mapping jsonb not null,
  settings jsonb not null,
  position jsonb not null,
  start jsonb not null,
  notices jsonb not null default '[]',
  rows bigint not null default 0,
  created bigint not null default 0,
  updated bigint not null default 0,
  merged bigint not null default 0,
  skipped bigint not null default 0,
  rejected bigint not null default 0,
  marked bigint not null default 0,
  accounts_created bigint not null default 0,
  samples jsonb not null default '[]',
  change_set_id uuid not null,
  running_ms bigint not null default 0,
  started_at timestamptz(3),
  ended_at timestamptz(3),
  error text
);
select kith.make_workspace_table('imports');
create index imports_newest on imports (workspace_id, created_at, id);

-- Rows that were rejected, and rows with cells that could not be used: with the reason, and the row as it stood.
create table import_rows (
  import_id uuid not null,
  row_number bigint not null,
  outcome text not null check (outcome in ('rejected', 'marked')),
  reason text not null,
  cells jsonb not null,
  raw text
);
select kith.make_workspace_table('import_rows', 'import_id, row_number', false);

-- References by name to rows that may come later in the file; resolved at the end.
create table import_links (
  import_id uuid not null,
  record_id uuid not null,
  row_number bigint not null,
  name_key text not null,
  name text not null,
  cells jsonb not null
);
select kith.make_workspace_table('import_links', 'import_id, row_number', false);

-- Cells that no field takes, of rows that went into a record that was there before them; a new record keeps its own.
create table import_leftovers (
  import_id uuid not null,
  row_number bigint not null,
  record_id uuid not null,
  unmapped jsonb not null
);
select kith.make_workspace_table('import_leftovers', 'import_id, row_number', false);

alter table contacts add column import_id uuid;
alter table accounts add column import_id uuid;

-- By what an import recognises the account of a company.
create view report_account_keys with (security_invoker = true) as
  select workspace_id, id as account_id, name_key, domain from accounts where deleted_at is null;
grant select on report_account_keys to kith_app;

-- What other modules may read of who somebody is and how they can be reached.
create view report_contact_identities with (security_invoker = true) as
  select workspace_id, id as contact_id, name, first_name, last_name, account_id from contacts where deleted_at is null;
create view report_contact_points with (security_invoker = true) as
  select workspace_id, contact_id, kind, key, value, is_shared from contact_points;
grant select on report_contact_identities, report_contact_points to kith_app;

-- Pairs of records that may be one person or company, for people to decide.
create table duplicate_suggestions (
  object text not null,
  first_id uuid not null,
  second_id uuid not null check (first_id < second_id),
  reasons text[] not null check (cardinality(reasons) > 0),
  status text not null default 'open' check (status in ('open', 'merged', 'kept_apart')),
  suggested_at timestamptz(3) not null default now(),
  decided_at timestamptz(3),
  decided_by uuid
);
select kith.make_workspace_table('duplicate_suggestions', 'object, first_id, second_id', false);
create index duplicate_suggestions_of_second on duplicate_suggestions (workspace_id, object, second_id);

-- Digests of what two records may have in common and no other table has a key of: name and company.
create table duplicate_keys (
  object text not null,
  key uuid not null,
  record_id uuid not null
);
select kith.make_workspace_table('duplicate_keys', 'object, key, record_id', false);
create index duplicate_keys_of_record on duplicate_keys (workspace_id, record_id);
