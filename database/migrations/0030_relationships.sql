-- Relationships between any two records. The ids are of any kind of record: what is purged takes its relationships along.

create table relationships (
  id uuid not null,
  version bigint not null default 1,
  from_type varchar(50) not null,
  from_id uuid not null,
  to_type varchar(50) not null,
  to_id uuid not null check (to_id <> from_id),
  type varchar(50) not null,
  label varchar(100) not null default '',
  strength integer not null default 50 check (strength between 0 and 100),
  notes text,
  since date,
  until date check (until >= since),
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('relationships');
create unique index relationships_once on relationships (workspace_id, from_id, to_id, type, label) where deleted_at is null;
create index relationships_from on relationships (workspace_id, from_id, created_at);
create index relationships_to on relationships (workspace_id, to_id, created_at);
create index relationships_newest on relationships (workspace_id, created_at, id);
create index relationships_by_type on relationships (workspace_id, type, created_at);
