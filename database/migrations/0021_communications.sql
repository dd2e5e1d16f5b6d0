-- What was written and said: e-mails, calls and short messages with their words, what became of each, and templates to write from.

create table communications (
  id uuid not null,
  version bigint not null default 1,
  type varchar(50) not null,
  direction varchar(20) not null,
  from_address varchar(500),
  to_addresses text[] not null default '{}',
  cc_addresses text[] not null default '{}',
  bcc_addresses text[] not null default '{}',
  subject varchar(1000) not null default '',
  body_text text,
  body_html text,
  sent_at timestamptz(3),
  opened_at timestamptz(3),
  clicked_at timestamptz(3),
  replied_at timestamptz(3),
  duration_seconds integer check (duration_seconds >= 0),
  outcome varchar(255),
  contact_id uuid,
  account_id uuid,
  deal_id uuid,
  lead_id uuid,
  activity_id uuid,
  owner_id uuid,
  external_id varchar(255),
  external_thread_id varchar(255),
  custom_fields jsonb not null default '{}',
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('communications');
alter table communications add foreign key (workspace_id, contact_id) references contacts (workspace_id, id);
alter table communications add foreign key (workspace_id, account_id) references accounts (workspace_id, id);
alter table communications add foreign key (workspace_id, deal_id) references deals (workspace_id, id);
alter table communications add foreign key (workspace_id, lead_id) references leads (workspace_id, id);
alter table communications add foreign key (workspace_id, activity_id) references activities (workspace_id, id);
create index communications_newest on communications (workspace_id, created_at, id);
create index communications_of_contact on communications (workspace_id, contact_id, sent_at, id) where contact_id is not null;
create index communications_of_account on communications (workspace_id, account_id, sent_at, id) where account_id is not null;
create index communications_of_deal on communications (workspace_id, deal_id, sent_at, id) where deal_id is not null;
create index communications_of_lead on communications (workspace_id, lead_id, sent_at, id) where lead_id is not null;
create index communications_of_activity on communications (workspace_id, activity_id) where activity_id is not null;
create index communications_by_sent on communications (workspace_id, sent_at, id) where sent_at is not null;
create index communications_by_direction on communications (workspace_id, type, direction);
create index communications_of_thread on communications (workspace_id, external_thread_id, sent_at, id) where external_thread_id is not null;
-- A message that a mailbox brings twice is one message.
create unique index communications_by_external_id on communications (workspace_id, external_id)
  where external_id is not null and deleted_at is null;
select kith.primary_key_last('communications');

-- What became of a communication, step by step; opened twice is two steps.
create table communication_log (
  id uuid not null,
  communication_id uuid not null,
  step text not null check (step in
    ('recorded', 'queued', 'sent', 'delivered', 'opened', 'clicked', 'replied', 'bounced', 'failed', 'received', 'completed')),
  at timestamptz(3) not null,
  data jsonb not null default '{}'
);
select kith.make_workspace_table('communication_log');
alter table communication_log add foreign key (workspace_id, communication_id) references communications (workspace_id, id) on delete cascade;
create index communication_log_of on communication_log (workspace_id, communication_id, at, id);

create table templates (
  id uuid not null,
  version bigint not null default 1,
  name varchar(255) not null check (name <> ''),
  type varchar(50) not null,
  subject varchar(1000),
  body_text text,
  body_html text,
  owner_id uuid,
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('templates');
create unique index templates_by_name on templates (workspace_id, name) where deleted_at is null;

-- E-mails and calls by themselves, for those who read only one of them.
create view report_emails with (security_invoker = true) as
  select workspace_id, id as communication_id, direction, contact_id, account_id, deal_id, lead_id, owner_id, sent_at, opened_at, clicked_at, replied_at,
    external_thread_id
  from communications where type = 'email' and deleted_at is null;
create view report_calls with (security_invoker = true) as
  select workspace_id, id as communication_id, direction, contact_id, account_id, deal_id, lead_id, owner_id, activity_id, sent_at as began_at, duration_seconds, outcome
  from communications where type = 'call' and deleted_at is null;
grant select on report_emails, report_calls to kith_app;
