-- Roles as data: what an administrator makes beside the built-in ones, and what single users may more or less than their role.

create table roles (
  id uuid not null,
  name varchar(60) not null check (name ~ '^[a-z][a-z0-9_]{0,59}$'),
  label varchar(255) not null check (label <> ''),
  description varchar(1000) not null default '',
  -- The built-in role whose permissions it has as well, those to come included.
  based_on varchar(60),
  permissions text[] not null default '{}',
  denied text[] not null default '{}',
  -- A built-in role: what it grants stands in the code.
  system boolean not null default false
);
select kith.make_workspace_table('roles');
alter table roles add constraint roles_name unique (workspace_id, name);

create table user_permissions (
  user_id uuid not null,
  granted text[] not null default '{}',
  denied text[] not null default '{}',
  -- Of the organisation: hr, finance, support, executive.
  groups text[] not null default '{}'
);
select kith.make_workspace_table('user_permissions', 'user_id');

insert into roles (workspace_id, id, name, label, system)
  select w.id, gen_random_uuid(), r.name, r.label, true
  from workspaces w, (values ('admin', 'Admin'), ('manager', 'Manager'), ('rep', 'Rep'), ('marketing', 'Marketing')) r(name, label);

create or replace function kith.create_workspace(new_id uuid, new_name text) returns uuid
language sql security definer set search_path = public, pg_temp as $$
  insert into workspaces (id, name) values (new_id, new_name);
  insert into roles (workspace_id, id, name, label, system)
    select new_id, gen_random_uuid(), r.name, r.label, true
    from (values ('admin', 'Admin'), ('manager', 'Manager'), ('rep', 'Rep'), ('marketing', 'Marketing')) r(name, label);
  select new_id
$$;

alter table users add foreign key (workspace_id, role) references roles (workspace_id, name);
create index users_by_role on users (workspace_id, role);
alter table api_keys add foreign key (workspace_id, role) references roles (workspace_id, name);
create index api_keys_by_role on api_keys (workspace_id, role);
