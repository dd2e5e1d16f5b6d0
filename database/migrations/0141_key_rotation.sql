-- A workspace has a key that seals, and those before it, which open what they have sealed. A new one is known everywhere before it is used.
alter table workspace_keys add column current_from timestamptz(3) not null default now();
