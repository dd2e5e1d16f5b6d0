-- Several scoring models a workspace, one of them in use; every version is kept, and a preview tells what a model would change.

alter table scoring_models add column description text not null default '', add column deleted_at timestamptz(3);
create index scoring_models_newest on scoring_models (workspace_id, created_at, id);
-- One statement takes one model out of use and another into it: what is unique is looked at when it ends.
drop index scoring_models_active;
alter table scoring_models add constraint scoring_models_active exclude using btree (workspace_id with =) where (is_active) deferrable initially immediate;

create table scoring_model_versions (
  model_id uuid not null,
  version bigint not null,
  config jsonb not null,
  at timestamptz(3) not null,
  by_id uuid
);
select kith.make_workspace_table('scoring_model_versions', 'model_id, version', false);
alter table scoring_model_versions add foreign key (workspace_id, model_id) references scoring_models (workspace_id, id) on delete cascade;
alter table scoring_models no force row level security;
alter table scoring_model_versions no force row level security;
insert into scoring_model_versions (workspace_id, model_id, version, config, at, by_id)
  select workspace_id, id, version, config, updated_at, updated_by from scoring_models;
alter table scoring_models force row level security;
alter table scoring_model_versions force row level security;

-- How far the preview of a model has come, and what it has found so far: ids and numbers, no names.
create table scoring_previews (
  model_id uuid not null,
  model_version bigint not null,
  status text not null default 'running' check (status in ('running', 'done')),
  position uuid,
  contacts bigint not null,
  tally jsonb not null,
  started_at timestamptz(3) not null,
  ended_at timestamptz(3)
);
select kith.make_workspace_table('scoring_previews', 'model_id', false);
alter table scoring_previews add foreign key (workspace_id, model_id) references scoring_models (workspace_id, id) on delete cascade;
