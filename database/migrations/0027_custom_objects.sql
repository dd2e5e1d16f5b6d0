-- Kinds of record that a workspace makes for itself, and their records.

create table custom_objects (
  id uuid not null,
  version bigint not null default 1,
  name text not null check (name ~ '^[a-z][A-Za-z0-9]{1,39}$'),
  plural text not null check (plural ~ '^[a-z][A-Za-z0-9]{1,39}$'),
  label varchar(100) not null check (label <> ''),
  plural_label varchar(100) not null check (plural_label <> ''),
  name_label varchar(100) not null default 'Name',
  description text not null default '',
  icon varchar(50),
  prefix varchar(12) not null check (prefix ~ '^[a-z][a-z0-9]{1,11}$'),
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('custom_objects');
-- A deleted kind keeps its name, since its records and their history still stand under it.
create unique index custom_objects_by_name on custom_objects (workspace_id, name);
create unique index custom_objects_by_plural on custom_objects (workspace_id, plural);
create unique index custom_objects_by_prefix on custom_objects (workspace_id, prefix);

create table custom_records (
  id uuid not null,
  object_id uuid not null,
  version bigint not null default 1,
  name varchar(500) not null check (name <> ''),
  owner_id uuid,
  source varchar(100),
  tags text[] not null default '{}',
  custom_fields jsonb not null default '{}',
  unmapped jsonb,
  import_id uuid,
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('custom_records');
alter table custom_records add foreign key (workspace_id, object_id) references custom_objects (workspace_id, id);
create index custom_records_newest on custom_records (workspace_id, object_id, created_at, id);
create index custom_records_by_change on custom_records (workspace_id, object_id, updated_at, id);
create index custom_records_by_name on custom_records (workspace_id, object_id, name, id);
create index custom_records_in_order on custom_records (workspace_id, object_id, id);
create index custom_records_by_owner on custom_records (workspace_id, object_id, owner_id, created_at) where owner_id is not null;
