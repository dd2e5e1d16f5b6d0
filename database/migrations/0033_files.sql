-- Files on any record, with every version of them. The contents lie in the store for files, sealed; here is what is known of them.

create table files (
  id uuid not null,
  version bigint not null default 1,
  record_type varchar(50) not null,
  record_id uuid not null,
  name varchar(255) not null check (name <> ''),
  name_key text not null,
  description text,
  document_type varchar(20) not null default 'attachment',
  content_type varchar(255) not null,
  size bigint not null check (size >= 0),
  checksum varchar(64) not null,
  version_number integer not null check (version_number > 0),
  current_version_id uuid not null,
  scan varchar(20) not null default 'unscanned',
  access varchar(20) not null default 'everyone',
  allowed_users text[] not null default '{}',
  allowed_roles text[] not null default '{}',
  owner_id uuid not null,
  delete_after timestamptz(3),
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('files');
create unique index files_by_name on files (workspace_id, record_id, name_key) where deleted_at is null;
create index files_of_record on files (workspace_id, record_id, created_at, id);
create index files_newest on files (workspace_id, created_at, id);
create index files_by_type on files (workspace_id, document_type, created_at);

create table file_versions (
  id uuid not null,
  version bigint not null default 1,
  file_id uuid not null,
  number integer not null check (number > 0),
  content_type varchar(255) not null,
  size bigint not null check (size >= 0),
  checksum varchar(64) not null,
  store_key varchar(100) not null,
  scan varchar(20) not null default 'unscanned',
  found varchar(255),
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('file_versions');
alter table file_versions add foreign key (workspace_id, file_id) references files (workspace_id, id);
create unique index file_versions_by_number on file_versions (workspace_id, file_id, number);
