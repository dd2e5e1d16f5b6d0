-- Sessions of short access tokens and refresh tokens that are used once. Whoever was signed in signs in again.

drop table sessions;

create table sessions (
  id uuid not null,
  user_id uuid not null,
  -- How it was begun: link, password, and so on.
  begun_by text not null,
  created_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  -- When a second factor was last shown.
  verified_at timestamptz(3),
  user_agent text,
  address inet
);
select kith.make_workspace_table('sessions', 'id', false);
create index sessions_of_user on sessions (workspace_id, user_id);

create table refresh_tokens (
  token_hash bytea not null,
  session_id uuid not null,
  used_at timestamptz(3),
  -- With the token itself it gives the one that follows, so that two who refresh at once are given the same.
  salt bytea
);
select kith.make_workspace_table('refresh_tokens', 'token_hash', false);
create unique index refresh_tokens_by_hash on refresh_tokens (token_hash);
comment on index refresh_tokens_by_hash is 'Global: a credential is looked up before its workspace is known.';
create index refresh_tokens_of_session on refresh_tokens (workspace_id, session_id);
alter table refresh_tokens add foreign key (workspace_id, session_id) references sessions (workspace_id, id) on delete cascade;

-- The keys that this server signs access tokens with; the private halves sealed. They belong to the server and to no workspace.
create table signing_keys (
  id text primary key,
  public_key jsonb not null,
  sealed bytea not null,
  wrapped_key bytea not null,
  created_at timestamptz(3) not null
);
grant select, insert, delete on signing_keys to kith_app;

create or replace function kith.resolve_credential(kind text, hash bytea) returns table (workspace_id uuid, subject_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select k.workspace_id, k.id from api_keys k where kind = 'key' and k.key_hash = hash
  union all
  select r.workspace_id, r.session_id from refresh_tokens r where kind = 'refresh' and r.token_hash = hash
  union all
  select l.workspace_id, l.user_id from sign_in_links l where kind = 'link' and l.token_hash = hash
$$;
