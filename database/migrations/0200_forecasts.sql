-- Forecasts as they were on each day, so that one can see how they moved. By owner, so that each sees those of the deals that they reach by
-- their owners; amounts in minor units of the currency of the workspace on that day.

create table forecasts (
  id uuid not null,
  day date not null,
  pipeline_id uuid not null,
  month date not null check (month = date_trunc('month', month)),
  owner_id uuid,
  currency varchar(3) not null,
  commit_minor bigint not null,
  best_case_minor bigint not null,
  pipeline_minor bigint not null,
  closed_minor bigint not null,
  weighted_minor bigint not null,
  -- Deals that are counted: open ones that are expected in the month and not left out, and those won in it. None on the day they went away.
  deals integer not null check (deals >= 0),
  kept_at timestamptz(3) not null
);
select kith.make_workspace_table('forecasts', 'id', false);
alter table forecasts add foreign key (workspace_id, pipeline_id) references pipelines (workspace_id, id);
create unique index forecasts_once on forecasts (workspace_id, pipeline_id, month, day, owner_id) nulls not distinct;
create index forecasts_by_day on forecasts (workspace_id, day);
create policy scope_read on forecasts as restrictive for select to kith_app using ((select kith.reaches_all('deal', 'read'))
  or owner_id in (select kith.reached_owners('deal', 'read')) or owner_id is null and (select kith.reaches_unowned('deal', 'read')));
