-- Lists of records: static ones have members, dynamic ones a filter.

create table lists (
  id uuid not null,
  version bigint not null default 1,
  name varchar(255) not null check (name <> ''),
  description text,
  object varchar(50) not null,
  kind text not null default 'static' check (kind in ('static', 'dynamic')),
  filter jsonb,
  owner_id uuid not null,
  deleted_at timestamptz(3),
  check ((kind = 'dynamic') = (filter is not null))
);
select kith.make_workspace_table('lists');
create index lists_by_name on lists (workspace_id, name, id);
create index lists_of_object on lists (workspace_id, object, name);
create index lists_newest on lists (workspace_id, created_at, id);

create table list_members (
  id uuid not null,
  version bigint not null default 1,
  list_id uuid not null,
  record_type varchar(50) not null,
  record_id uuid not null,
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('list_members');
alter table list_members add foreign key (workspace_id, list_id) references lists (workspace_id, id);
-- A member that was taken out and comes again is the same row, so that undo has one thing to put back.
create unique index list_members_once on list_members (workspace_id, list_id, record_id);
create index list_members_of_record on list_members (workspace_id, record_id);
