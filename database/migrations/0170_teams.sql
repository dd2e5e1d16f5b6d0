-- Teams are a tree; users have a team and somebody whom they report to. Both say whose records somebody sees besides their own.

create table teams (
  id uuid not null,
  version bigint not null default 1,
  name varchar(255) not null check (name <> ''),
  description text,
  parent_id uuid check (parent_id <> id),
  manager_id uuid,
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('teams');
alter table teams add foreign key (workspace_id, parent_id) references teams (workspace_id, id);
alter table teams add foreign key (workspace_id, manager_id) references users (workspace_id, id);
create index teams_by_name on teams (workspace_id, name, id);
create index teams_by_parent on teams (workspace_id, parent_id) where parent_id is not null;
create index teams_by_manager on teams (workspace_id, manager_id) where manager_id is not null;

alter table users add column team_id uuid, add column manager_id uuid check (manager_id <> id);
alter table users add foreign key (workspace_id, team_id) references teams (workspace_id, id);
alter table users add foreign key (workspace_id, manager_id) references users (workspace_id, id);
create index users_of_team on users (workspace_id, team_id) where team_id is not null;
create index users_by_manager on users (workspace_id, manager_id) where manager_id is not null;
