-- Who may come in: users, their sessions and sign-in links, API keys.

create table users (
  id uuid not null,
  version bigint not null default 1,
  email varchar(255) not null check (email <> ''),
  first_name varchar(255),
  last_name varchar(255),
  name varchar(511) not null default '',
  role text not null default 'rep',
  password_hash text,
  settings jsonb not null default '{}',
  last_login timestamptz(3),
  disabled_at timestamptz(3),
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('users');
create unique index users_by_email on users (lower(email)) where deleted_at is null;
comment on index users_by_email is 'Global: the address alone says who signs in, and to which workspace.';
create index users_of_workspace on users (workspace_id, email);
create index users_by_login on users (workspace_id, last_login) where last_login is not null;

create table sign_in_links (
  token_hash bytea not null,
  user_id uuid not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);
select kith.make_workspace_table('sign_in_links', 'token_hash', false);
create unique index sign_in_links_by_hash on sign_in_links (token_hash);
comment on index sign_in_links_by_hash is 'Global: a credential is looked up before its workspace is known.';
create index sign_in_links_of_user on sign_in_links (workspace_id, user_id);

create table sessions (
  token_hash bytea not null,
  user_id uuid not null,
  created_at timestamptz(3) not null default now(),
  seen_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  user_agent text,
  address inet
);
select kith.make_workspace_table('sessions', 'token_hash', false);
create unique index sessions_by_hash on sessions (token_hash);
comment on index sessions_by_hash is 'Global: a credential is looked up before its workspace is known.';
create index sessions_of_user on sessions (workspace_id, user_id);

create table api_keys (
  id uuid not null,
  name varchar(255) not null check (name <> ''),
  key_hash bytea not null,
  key_prefix char(8) not null,
  role text not null,
  -- NULL is all that the role grants; an empty list would look like it, so there is none.
  scopes text[] check (cardinality(scopes) > 0),
  last_used_at timestamptz(3),
  expires_at timestamptz(3),
  revoked_at timestamptz(3)
);
select kith.make_workspace_table('api_keys');
create unique index api_keys_by_hash on api_keys (key_hash);
comment on index api_keys_by_hash is 'Global: a credential is looked up before its workspace is known.';

-- Resolves a credential before its workspace is known.
create function kith.resolve_credential(kind text, hash bytea) returns table (workspace_id uuid, subject_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select k.workspace_id, k.id from api_keys k where kind = 'key' and k.key_hash = hash
  union all
  select s.workspace_id, s.user_id from sessions s where kind = 'session' and s.token_hash = hash
  union all
  select l.workspace_id, l.user_id from sign_in_links l where kind = 'link' and l.token_hash = hash
$$;
create function kith.resolve_email(address text) returns table (workspace_id uuid, user_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$ select u.workspace_id, u.id from users u where lower(u.email) = lower(address) and u.deleted_at is null $$;
alter function kith.resolve_credential(text, bytea) owner to kith_system;
alter function kith.resolve_email(text) owner to kith_system;
