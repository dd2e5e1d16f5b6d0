-- Change sets, the newest first, and those of one kind of record: a list of them is read along an index however many there are.

create index change_sets_newest on change_sets (workspace_id, at, id);

create table change_set_objects (
  object text not null,
  at timestamptz(3) not null,
  change_set_id uuid not null
);
select kith.make_workspace_table('change_set_objects', 'object, at, change_set_id', audited => false);
create index change_set_objects_of_set on change_set_objects (workspace_id, change_set_id);

alter table change_set_objects no force row level security;
alter table change_sets no force row level security;
alter table events no force row level security;
insert into change_set_objects (workspace_id, object, at, change_set_id)
  select distinct s.workspace_id, e.object, s.at, s.id
  from events e join change_sets s on s.workspace_id = e.workspace_id and s.id = e.change_set_id
  where e.object is not null;
alter table events force row level security;
alter table change_sets force row level security;
alter table change_set_objects force row level security;
