-- Rules that say who is to hear of what needs somebody, and what was told to whom and why.

create table escalation_rules (
  id uuid not null,
  version bigint not null default 1,
  name varchar(255) not null check (name <> ''),
  description text,
  "when" text not null check ("when" in ('event', 'rotting', 'close_date_passed')),
  event varchar(100),
  data jsonb,
  days integer check (days between 0 and 3650),
  filter jsonb,
  tell jsonb not null,
  task jsonb,
  enabled boolean not null default true,
  deleted_at timestamptz(3),
  check (("when" = 'event') = (event is not null))
);
select kith.make_workspace_table('escalation_rules');
create unique index escalation_rules_by_name on escalation_rules (workspace_id, name) where deleted_at is null;
create index escalation_rules_by_event on escalation_rules (workspace_id, event) where enabled and deleted_at is null;

create table escalation_log (
  id uuid not null,
  rule_id uuid not null,
  object text not null,
  record_id uuid not null,
  -- What is told once: an event, a stay in a stage, a day that has passed.
  occasion text not null,
  user_ids uuid[] not null,
  because text not null,
  at timestamptz(3) not null
);
select kith.make_workspace_table('escalation_log', 'id', false);
create unique index escalation_log_once on escalation_log (workspace_id, rule_id, record_id, occasion);
create index escalation_log_of_record on escalation_log (workspace_id, record_id, id);
