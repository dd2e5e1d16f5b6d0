-- Pipelines and their stages. The list of stages stands in the pipeline, so that its history is one; the table beside it is what deals
-- refer to, and keeps the stages that are gone for the sake of the history of deals.

create table pipelines (
  id uuid not null,
  version bigint not null default 1,
  name varchar(255) not null check (name <> ''),
  description text,
  is_default boolean not null default false,
  stages jsonb not null default '[]',
  loss_reasons text[] not null default '{}',
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('pipelines');
create unique index pipelines_by_name on pipelines (workspace_id, name) where deleted_at is null;
create index pipelines_newest on pipelines (workspace_id, created_at, id);

create table pipeline_stages (
  id uuid not null,
  pipeline_id uuid not null,
  name varchar(100) not null check (name <> ''),
  position smallint not null check (position > 0),
  probability smallint not null check (probability between 0 and 100),
  color varchar(20) not null,
  kind text not null check (kind in ('open', 'won', 'lost')),
  rotting_days integer check (rotting_days > 0),
  requires text[] not null default '{}',
  forecast_category varchar(50) not null,
  archived_at timestamptz(3)
);
select kith.make_workspace_table('pipeline_stages');
-- Asked at commit: the stages of a new pipeline may be on their way before it.
alter table pipeline_stages add foreign key (workspace_id, pipeline_id) references pipelines (workspace_id, id) deferrable initially deferred;
create index pipeline_stages_of_pipeline on pipeline_stages (workspace_id, pipeline_id, position);

-- The pipeline that every workspace begins with.
create function kith.add_default_pipeline(workspace uuid) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  pipeline uuid := gen_random_uuid();
begin
  with shipped (position, name, probability, color, kind, rotting_days, forecast_category) as (values
    (1, 'Qualification', 10, 'slate', 'open', 30, 'pipeline'),
    (2, 'Discovery', 25, 'blue', 'open', 30, 'pipeline'),
    (3, 'Proposal', 50, 'violet', 'open', 21, 'best_case'),
    (4, 'Negotiation', 75, 'amber', 'open', 14, 'commit'),
    (5, 'Closed Won', 100, 'green', 'won', null::integer, 'closed'),
    (6, 'Closed Lost', 0, 'red', 'lost', null, 'omitted')
  ), stages as (
    select gen_random_uuid() as id, * from shipped
  ), made as (
    insert into pipelines (workspace_id, id, name, is_default, loss_reasons, stages)
    select workspace, pipeline, 'Sales', true, array['Price', 'Competitor', 'No budget', 'No decision', 'Timing', 'Missing feature', 'Other'],
      (select jsonb_agg(jsonb_build_object('id', 'sg_' || replace(id::text, '-', ''), 'name', name, 'order', position, 'probability', probability,
        'color', color, 'kind', kind, 'rottingDays', rotting_days, 'requires', '[]'::jsonb, 'forecastCategory', forecast_category) order by position)
       from stages)
  )
  insert into pipeline_stages (workspace_id, id, pipeline_id, name, position, probability, color, kind, rotting_days, forecast_category)
  select workspace, id, pipeline, name, position, probability, color, kind, rotting_days, forecast_category from stages;
end $$;

create function kith.begin_with_a_pipeline() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  perform kith.add_default_pipeline(new.id);
  return new;
end $$;
create trigger workspaces_begin_with_a_pipeline after insert on workspaces for each row execute function kith.begin_with_a_pipeline();

do $$
declare
  workspace uuid;
begin
  for workspace in select id from kith.list_workspaces() loop
    perform set_config('app.workspace_id', workspace::text, true);
    perform kith.add_default_pipeline(workspace);
  end loop;
  perform set_config('app.workspace_id', '', true);
end $$;

-- What other modules may read of pipelines.
create view report_pipeline_stages with (security_invoker = true) as
  select s.workspace_id, s.id as stage_id, s.pipeline_id, s.name, s.position, s.probability, s.color, s.kind, s.rotting_days, s.requires,
    s.forecast_category, s.archived_at, p.name as pipeline_name, p.is_default, p.loss_reasons, p.deleted_at as pipeline_deleted_at
  from pipeline_stages s join pipelines p on p.workspace_id = s.workspace_id and p.id = s.pipeline_id;
grant select on report_pipeline_stages to kith_app;
