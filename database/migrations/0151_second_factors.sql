-- A second factor beside the password: codes of an authenticator, recovery codes, and the sign-ins that wait for one.

create table second_factors (
  user_id uuid not null,
  -- The secret that the authenticator has as well.
  sealed bytea not null,
  wrapped_key bytea not null,
  created_at timestamptz(3) not null,
  -- NULL until the first right code: whoever only looked at the page is not locked out.
  confirmed_at timestamptz(3),
  -- The time step of the last code that was right: a code works once.
  last_step bigint not null default 0
);
select kith.make_workspace_table('second_factors', 'user_id', false);

create table recovery_codes (
  user_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz(3)
);
select kith.make_workspace_table('recovery_codes', 'user_id, code_hash', false);

create table sign_in_challenges (
  token_hash bytea not null,
  user_id uuid not null,
  begun_by text not null,
  tries smallint not null default 0,
  expires_at timestamptz(3) not null
);
select kith.make_workspace_table('sign_in_challenges', 'token_hash', false);
create unique index sign_in_challenges_by_hash on sign_in_challenges (token_hash);
comment on index sign_in_challenges_by_hash is 'Global: a credential is looked up before its workspace is known.';
create index sign_in_challenges_of_user on sign_in_challenges (workspace_id, user_id);

create or replace function kith.resolve_credential(kind text, hash bytea) returns table (workspace_id uuid, subject_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select k.workspace_id, k.id from api_keys k where kind = 'key' and k.key_hash = hash
  union all
  select r.workspace_id, r.session_id from refresh_tokens r where kind = 'refresh' and r.token_hash = hash
  union all
  select l.workspace_id, l.user_id from sign_in_links l where kind = 'link' and l.token_hash = hash
  union all
  select c.workspace_id, c.user_id from sign_in_challenges c where kind = 'challenge' and c.token_hash = hash
$$;
