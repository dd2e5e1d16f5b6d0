-- Which records of its workspace an actor reaches. `app.reach` is 'workspace' for Kith itself and for those whom nothing is kept from;
-- anything else, also nothing at all, reaches what `app.scope` says: {actor, maker, role, teams, territories, unowned, owners: {own, team},
-- read: {object: none | own | team | all}, write: {…}}. Each function is asked once a statement, since the policies ask in sub-selects.

create function kith.reaches_workspace() returns boolean language sql stable parallel safe as
$$ select coalesce(current_setting('app.reach', true) = 'workspace', false) $$;

create function kith.scope() returns jsonb language sql stable parallel safe as
$$ select nullif(current_setting('app.scope', true), '')::jsonb $$;

create function kith.scope_actor() returns uuid language sql stable parallel safe as
$$ select (kith.scope() ->> 'actor')::uuid $$;

create function kith.scope_maker() returns uuid language sql stable parallel safe as
$$ select (kith.scope() ->> 'maker')::uuid $$;

create function kith.reaches_all(object text, deed text) returns boolean language sql stable parallel safe as
$$ select kith.reaches_workspace() or coalesce(kith.scope() #>> array[deed, object] = 'all', false) $$;

create function kith.reaches_any(object text, deed text) returns boolean language sql stable parallel safe as
$$ select kith.reaches_workspace() or coalesce(kith.scope() #>> array[deed, object] <> 'none', false) $$;

-- Records that nobody owns are for those who see a team.
create function kith.reaches_unowned(object text, deed text) returns boolean language sql stable parallel safe as
$$ select coalesce(kith.scope() #>> array[deed, object] = 'team' and (kith.scope() ->> 'unowned')::boolean, false) $$;

create function kith.reached_owners(object text, deed text) returns setof uuid language sql stable parallel safe rows 20 as
$$ select owner::uuid from jsonb_array_elements_text(kith.scope() #> array['owners', kith.scope() #>> array[deed, object]]) owner $$;

create function kith.reached_territories(object text, deed text) returns setof uuid language sql stable parallel safe rows 5 as
$$ select territory::uuid from jsonb_array_elements_text(kith.scope() -> 'territories') territory
   where kith.scope() #>> array[deed, object] in ('own', 'team') $$;

alter table shares add column team_id uuid;
alter table shares add foreign key (workspace_id, team_id) references teams (workspace_id, id);
alter table shares drop constraint shares_check;
alter table shares add constraint shares_check check (num_nonnulls(user_id, role, team_id) = 1);
create unique index shares_once_with_team on shares (workspace_id, record_id, team_id) where team_id is not null and deleted_at is null;
create index shares_with_team on shares (workspace_id, team_id, record_type, record_id) where team_id is not null;

-- What is shared with the actor. It reads the shares as Kith, since whether a share can be seen depends on its record.
create function kith.reached_shares(object text, deed text) returns setof uuid language plpgsql stable rows 20
set app.reach = 'workspace' as
$$
begin
  if coalesce(kith.scope() #>> array[deed, object], 'none') = 'none' then return; end if;
  return query select s.record_id from shares s
    where s.workspace_id = kith.workspace_id() and s.record_type = object and s.deleted_at is null
      and (s.until is null or s.until > now()) and (deed = 'read' or s.access = 'write')
      and (s.user_id = kith.scope_actor() or s.role = kith.scope() ->> 'role'
        or s.team_id in (select team::uuid from jsonb_array_elements_text(kith.scope() -> 'teams') team));
end $$;

-- The condition that an actor reaches a row of a table of records.
create function kith.reach_condition(object text, deed text, has_territory boolean) returns text language sql immutable as
$$
  select format('(select kith.reaches_all(%1$L, %2$L)) or owner_id in (select kith.reached_owners(%1$L, %2$L))
    or owner_id is null and ((select kith.reaches_unowned(%1$L, %2$L)) or created_by = (select kith.scope_maker())) or id in (select kith.reached_shares(%1$L, %2$L))', object, deed)
    || case when has_territory then format(' or territory_id in (select kith.reached_territories(%L, %L))', object, deed) else '' end
$$;

-- Keeps records to those who reach them. Restrictive, so the policy of the workspace holds as before.
create function kith.scope_table(target regclass, object text, has_territory boolean default false) returns void language plpgsql as
$$
declare
  reads text := kith.reach_condition(object, 'read', has_territory);
  writes text := kith.reach_condition(object, 'write', has_territory);
begin
  execute format('create policy scope_read on %s as restrictive for select to kith_app using (%s)', target, reads);
  execute format('create policy scope_update on %s as restrictive for update to kith_app using (%s) with check (true)', target, writes);
  execute format('create policy scope_delete on %s as restrictive for delete to kith_app using (%s)', target, writes);
  execute format('create policy scope_insert on %s as restrictive for insert to kith_app with check ((select kith.reaches_any(%L, ''write'')))', target, object);
end $$;

select kith.scope_table('contacts', 'contact');
select kith.scope_table('accounts', 'account');
select kith.scope_table('deals', 'deal');
select kith.scope_table('leads', 'lead', true);
select kith.scope_table('custom_records', 'customRecord');

-- What hangs on records is seen by those who see the record.
create function kith.hang_on_records(target regclass, condition text) returns void language plpgsql as
$$
begin
  execute format('create policy scope_read on %s as restrictive for select to kith_app using ((select kith.reaches_workspace()) or (%s))', target, condition);
end $$;

create function kith.hang_on(target regclass, parent text, reference text) returns void language sql as
$$
  select kith.hang_on_records(target, format('exists (select 1 from %I p where p.workspace_id = kith.workspace_id() and p.id = %s.%I)',
    parent, target, reference))
$$;

select kith.hang_on('contact_points', 'contacts', 'contact_id');
select kith.hang_on('contact_scores', 'contacts', 'contact_id');
select kith.hang_on('deal_stakeholders', 'deals', 'deal_id');
select kith.hang_on('deal_competitors', 'deals', 'deal_id');
select kith.hang_on('deal_line_items', 'deals', 'deal_id');
select kith.hang_on('deal_stage_history', 'deals', 'deal_id');

-- Deeds have people of their own as well: who did them, and who is to do them.
create function kith.hang_deed(target regclass, object text, person text) returns void language sql as
$$
  select kith.hang_on_records(target, format('(select kith.reaches_all(%1$L, ''read''))
    or %2$I in (select kith.reached_owners(%1$L, ''read'')) or created_by = (select kith.scope_actor())
    or contact_id is not null and exists (select 1 from contacts p where p.workspace_id = kith.workspace_id() and p.id = %3$s.contact_id)
    or account_id is not null and exists (select 1 from accounts p where p.workspace_id = kith.workspace_id() and p.id = %3$s.account_id)
    or deal_id is not null and exists (select 1 from deals p where p.workspace_id = kith.workspace_id() and p.id = %3$s.deal_id)
    or lead_id is not null and exists (select 1 from leads p where p.workspace_id = kith.workspace_id() and p.id = %3$s.lead_id)',
    object, person, target))
$$;

select kith.hang_deed('activities', 'activity', 'owner_id');
select kith.hang_deed('communications', 'communication', 'owner_id');
select kith.hang_deed('tasks', 'task', 'assignee_id');
select kith.hang_on('communication_log', 'communications', 'communication_id');

-- Whether the actor sees a record of any kind. Kinds that everybody sees are told, so that one that is not known is taken for a workspace's own.
create function kith.sees_record(kind text, record uuid) returns boolean language plpgsql stable as
$$
begin
  if kith.reaches_workspace() then return true; end if;
  case
    when kind = 'contact' then return exists (select 1 from contacts where workspace_id = kith.workspace_id() and id = record);
    when kind = 'account' then return exists (select 1 from accounts where workspace_id = kith.workspace_id() and id = record);
    when kind = 'deal' then return exists (select 1 from deals where workspace_id = kith.workspace_id() and id = record);
    when kind = 'lead' then return exists (select 1 from leads where workspace_id = kith.workspace_id() and id = record);
    when kind = 'activity' then return exists (select 1 from activities where workspace_id = kith.workspace_id() and id = record);
    when kind = 'communication' then return exists (select 1 from communications where workspace_id = kith.workspace_id() and id = record);
    when kind = 'task' then return exists (select 1 from tasks where workspace_id = kith.workspace_id() and id = record);
    when kind = 'stakeholder' then return exists (select 1 from deal_stakeholders where workspace_id = kith.workspace_id() and id = record);
    when kind = 'competitor' then return exists (select 1 from deal_competitors where workspace_id = kith.workspace_id() and id = record);
    when kind = 'lineItem' then return exists (select 1 from deal_line_items where workspace_id = kith.workspace_id() and id = record);
    when kind = 'comment' then return exists (select 1 from comments where workspace_id = kith.workspace_id() and id = record);
    when kind = 'file' then return exists (select 1 from files where workspace_id = kith.workspace_id() and id = record);
    when kind = 'fileVersion' then return exists (select 1 from file_versions where workspace_id = kith.workspace_id() and id = record);
    when kind = 'follow' then return exists (select 1 from follows where workspace_id = kith.workspace_id() and id = record);
    when kind = 'share' then return exists (select 1 from shares where workspace_id = kith.workspace_id() and id = record);
    when kind = 'listMember' then return exists (select 1 from list_members where workspace_id = kith.workspace_id() and id = record);
    when kind = 'relationship' then return exists (select 1 from relationships where workspace_id = kith.workspace_id() and id = record);
    when kind = 'import' then return exists (select 1 from imports where workspace_id = kith.workspace_id() and id = record);
    when kind in ('activityType', 'currencyRate', 'pipeline', 'stage', 'scoringModel', 'routingRule', 'territory', 'user', 'team', 'product',
      'template', 'field', 'customObject', 'list', 'taskRule', 'view') then return true;
    else return exists (select 1 from custom_records where workspace_id = kith.workspace_id() and id = record);
  end case;
end $$;

select kith.hang_on_records('comments', 'kith.sees_record(record_type, record_id)');
select kith.hang_on_records('files', 'kith.sees_record(record_type, record_id)');
select kith.hang_on_records('follows', 'kith.sees_record(record_type, record_id)');
select kith.hang_on_records('shares', 'kith.sees_record(record_type, record_id)');
select kith.hang_on_records('list_members', 'kith.sees_record(record_type, record_id)');
select kith.hang_on_records('relationships', 'kith.sees_record(from_type, from_id) and kith.sees_record(to_type, to_id)');
select kith.hang_on_records('changes', 'kith.sees_record(object, record_id)');
select kith.hang_on_records('duplicate_suggestions', 'kith.sees_record(object, first_id) and kith.sees_record(object, second_id)');
select kith.hang_on('routing_log', 'leads', 'record_id');
select kith.hang_on('file_versions', 'files', 'file_id');

-- An import is its maker's: its rows are whatever stood in a file.
select kith.hang_on_records('imports', 'created_by = (select kith.scope_actor()) or (select kith.reaches_all(object, ''read''))');
select kith.hang_on('import_rows', 'imports', 'import_id');
select kith.hang_on('import_leftovers', 'imports', 'import_id');
select kith.hang_on('import_links', 'imports', 'import_id');
select kith.hang_on_records('uploads', 'created_by = (select kith.scope_actor())');

-- Whether the actor may write a record; what goes by no owner is written by whoever sees it. The row is locked, since that is what asks the
-- policy for updates.
create function kith.writes_record(kind text, record uuid) returns boolean language plpgsql as
$$
begin
  if kith.reaches_workspace() then return true; end if;
  case
    when kind = 'contact' then perform 1 from contacts where workspace_id = kith.workspace_id() and id = record for no key update;
    when kind = 'account' then perform 1 from accounts where workspace_id = kith.workspace_id() and id = record for no key update;
    when kind = 'deal' then perform 1 from deals where workspace_id = kith.workspace_id() and id = record for no key update;
    when kind = 'lead' then perform 1 from leads where workspace_id = kith.workspace_id() and id = record for no key update;
    when exists (select 1 from custom_records where workspace_id = kith.workspace_id() and id = record) then
      perform 1 from custom_records where workspace_id = kith.workspace_id() and id = record for no key update;
    else return kith.sees_record(kind, record);
  end case;
  return found;
end $$;

-- What is a part of a record, or says who else reaches it, is written by those who may write the record.
create function kith.part_of(target regclass, kind text, record text) returns void language plpgsql as
$$
declare
  condition text := format('(select kith.reaches_workspace()) or kith.writes_record(%s, %s)', kind, record);
begin
  execute format('create policy scope_insert on %s as restrictive for insert to kith_app with check (%s)', target, condition);
  execute format('create policy scope_update on %s as restrictive for update to kith_app using (%s) with check (true)', target, condition);
  execute format('create policy scope_delete on %s as restrictive for delete to kith_app using (%s)', target, condition);
end $$;
select kith.part_of('deal_stakeholders', '''deal''', 'deal_id');
select kith.part_of('deal_competitors', '''deal''', 'deal_id');
select kith.part_of('deal_line_items', '''deal''', 'deal_id');
select kith.part_of('shares', 'record_type', 'record_id');

-- The board adds up amounts from its index alone, and now needs the owner for that as well.
drop index deals_on_board;
create index deals_on_board on deals (workspace_id, stage_id, stage_since desc, id desc)
  include (base_amount_minor, probability, owner_id) where deleted_at is null;

-- How widely each role sees and writes, as a workspace has set it; what is not set is as Kith has it.
create table access_rules (
  id integer not null default 1 check (id = 1),
  version bigint not null default 1,
  scopes jsonb not null default '{}'
);
select kith.make_workspace_table('access_rules');

-- Workspaces that are there already go on as they are: everybody sees all, until an administrator says otherwise.
do $$
declare
  workspace uuid;
begin
  for workspace in select id from kith.list_workspaces() loop
    perform set_config('app.workspace_id', workspace::text, true);
    insert into access_rules (scopes) values ('{"everyone": true}');
  end loop;
  perform set_config('app.workspace_id', '', true);
end $$;
