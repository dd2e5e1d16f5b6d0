-- Who follows a record, what is said about it, and with whom it is shared. The ids are of any kind of record: what is purged takes these along.

create table follows (
  id uuid not null,
  version bigint not null default 1,
  record_type varchar(50) not null,
  record_id uuid not null,
  user_id uuid not null,
  following boolean not null default true,
  reason varchar(20) not null default 'asked',
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('follows');
-- One row for each of them, so that whoever has stopped following is not made to follow again.
create unique index follows_once on follows (workspace_id, record_id, user_id);
create index follows_of_user on follows (workspace_id, user_id, created_at, id);

create table comments (
  id uuid not null,
  version bigint not null default 1,
  record_type varchar(50) not null,
  record_id uuid not null,
  parent_id uuid check (parent_id <> id),
  body text not null check (body <> ''),
  mentions text[] not null default '{}',
  author_id uuid not null,
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('comments');
alter table comments add foreign key (workspace_id, parent_id) references comments (workspace_id, id);
create index comments_of_record on comments (workspace_id, record_id, created_at, id);
create index comments_newest on comments (workspace_id, created_at, id);
create index comments_of_author on comments (workspace_id, author_id, created_at);
create index comments_by_parent on comments (workspace_id, parent_id) where parent_id is not null;

create table shares (
  id uuid not null,
  version bigint not null default 1,
  record_type varchar(50) not null,
  record_id uuid not null,
  user_id uuid,
  role varchar(50),
  access varchar(20) not null default 'read',
  until timestamptz(3),
  deleted_at timestamptz(3),
  check ((user_id is null) <> (role is null))
);
select kith.make_workspace_table('shares');
create unique index shares_once_with_user on shares (workspace_id, record_id, user_id) where user_id is not null and deleted_at is null;
create unique index shares_once_with_role on shares (workspace_id, record_id, role) where role is not null and deleted_at is null;
create index shares_with_user on shares (workspace_id, user_id, record_type, record_id) where user_id is not null;
create index shares_with_role on shares (workspace_id, role, record_type, record_id) where role is not null;
create index shares_newest on shares (workspace_id, created_at, id);
