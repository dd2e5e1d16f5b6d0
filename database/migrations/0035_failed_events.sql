-- Events that were given up can be looked at and given to their handler again, one by one.

alter table failed_events add column id uuid not null default gen_random_uuid();
create unique index failed_events_by_id on failed_events (workspace_id, id);
create index failed_events_newest on failed_events (workspace_id, failed_at, id);
