-- What an administrator wants to hear of when a figure of the workspace crosses a line, and which of it holds now.

create table thresholds (
  id uuid not null,
  position integer not null,
  name varchar(255) not null check (name <> ''),
  measure text not null,
  pipeline_id uuid,
  handler varchar(100),
  side text not null check (side in ('above', 'below')),
  "limit" double precision not null,
  -- Since when it is crossed; null while it is not.
  exceeded_at timestamptz(3),
  value double precision,
  looked_at timestamptz(3)
);
select kith.make_workspace_table('thresholds', 'id', false);
alter table thresholds add foreign key (workspace_id, pipeline_id) references pipelines (workspace_id, id);
