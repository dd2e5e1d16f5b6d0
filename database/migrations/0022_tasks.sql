-- What somebody has to do by a time, what is told of it when, and rules that make tasks of events.

create table tasks (
  id uuid not null,
  version bigint not null default 1,
  subject varchar(500) not null check (subject <> ''),
  description text,
  status varchar(20) not null default 'open',
  priority varchar(20) not null default 'normal',
  due_at timestamptz(3),
  due_on date,
  remind_at timestamptz(3),
  repeat varchar(200),
  repeat_from timestamptz(3),
  previous_id uuid,
  assignee_id uuid,
  queue varchar(100),
  completed_at timestamptz(3),
  contact_id uuid,
  account_id uuid,
  deal_id uuid,
  lead_id uuid,
  rule_id uuid,
  -- What is told next and when; and for which moment each was told, so that nothing is told twice and a new time is told anew.
  tell text check (tell in ('due_soon', 'overdue')),
  tell_at timestamptz(3),
  soon_told_for timestamptz(3),
  overdue_told_for timestamptz(3),
  custom_fields jsonb not null default '{}',
  deleted_at timestamptz(3),
  check ((tell is null) = (tell_at is null))
);
select kith.make_workspace_table('tasks');
alter table tasks add foreign key (workspace_id, contact_id) references contacts (workspace_id, id);
alter table tasks add foreign key (workspace_id, account_id) references accounts (workspace_id, id);
alter table tasks add foreign key (workspace_id, deal_id) references deals (workspace_id, id);
alter table tasks add foreign key (workspace_id, lead_id) references leads (workspace_id, id);
alter table tasks add foreign key (workspace_id, previous_id) references tasks (workspace_id, id);
create index tasks_newest on tasks (workspace_id, created_at, id);
create index tasks_by_change on tasks (workspace_id, updated_at, id);
create index tasks_by_due on tasks (workspace_id, status, due_at, id);
create index tasks_by_assignee on tasks (workspace_id, assignee_id, status, due_at) where assignee_id is not null;
create index tasks_by_queue on tasks (workspace_id, queue, status, due_at) where queue is not null;
create index tasks_of_contact on tasks (workspace_id, contact_id, created_at, id) where contact_id is not null;
create index tasks_of_account on tasks (workspace_id, account_id, created_at, id) where account_id is not null;
create index tasks_of_deal on tasks (workspace_id, deal_id, created_at, id) where deal_id is not null;
create index tasks_of_lead on tasks (workspace_id, lead_id, created_at, id) where lead_id is not null;
create index tasks_to_tell on tasks (workspace_id, tell_at, id) where tell_at is not null;
-- A task that is completed twice is followed by one.
create unique index tasks_by_previous on tasks (workspace_id, previous_id) where previous_id is not null;
select kith.primary_key_last('tasks');

-- "When X happens and Y holds, make the task Z."
create table task_rules (
  id uuid not null,
  version bigint not null default 1,
  name varchar(255) not null check (name <> ''),
  event varchar(100) not null,
  filter jsonb,
  data jsonb,
  task jsonb not null,
  enabled boolean not null default true,
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('task_rules');
create unique index task_rules_by_name on task_rules (workspace_id, name) where deleted_at is null;
create index task_rules_by_event on task_rules (workspace_id, event) where enabled and deleted_at is null;
