-- Records that have become one, and how to make them several again.

create table merges (
  id uuid not null,
  object varchar(50) not null,
  winner_id uuid not null,
  -- The version that the winner had: edits of that version and later ones came after the merge.
  winner_version bigint not null,
  change_set_id uuid not null,
  choices jsonb not null,
  status text not null default 'merging' check (status in ('merging', 'merged', 'unmerging', 'unmerged')),
  -- How far the records that refer to others have been moved.
  cursor jsonb,
  moved integer not null default 0,
  merged_at timestamptz(3) not null,
  merged_by uuid not null,
  unmerged_at timestamptz(3),
  unmerged_by uuid,
  unmerge_set_id uuid
);
select kith.make_workspace_table('merges', 'id', false);
create index merges_of_winner on merges (workspace_id, winner_id, id);
create index merges_of_object on merges (workspace_id, object, id);
select kith.hang_on_records('merges', 'kith.sees_record(object, winner_id)');

create table merge_members (
  merge_id uuid not null,
  record_id uuid not null
);
select kith.make_workspace_table('merge_members', 'merge_id, record_id', false);
alter table merge_members add foreign key (workspace_id, merge_id) references merges (workspace_id, id);
create index merge_members_of_record on merge_members (workspace_id, record_id);

-- Where a merged record went; whoever asks for it is led there, for ever.
create table merged_records (
  record_id uuid not null,
  object varchar(50) not null,
  into_id uuid not null,
  merge_id uuid not null
);
select kith.make_workspace_table('merged_records', 'record_id', false);
create index merged_records_into on merged_records (workspace_id, into_id);

-- What merging and unmerging wrote, to tell it from what people have changed; but for these fields, which somebody has decided by it.
create table merge_steps (
  change_set_id uuid not null,
  merge_id uuid not null,
  decided text[] not null default '{}'
);
select kith.make_workspace_table('merge_steps', 'change_set_id', false);
