-- How many records bear each tag, kept beside the records: counting them anew took a second and a half at a million. Every write adds a line
-- that says by how much a number moved, and waits for nobody; a handler folds the lines into the numbers. What holds is always their sum.

create table tag_counts (kind text not null, tag text not null, records bigint not null);
select kith.make_workspace_table('tag_counts', 'kind, tag', false);

create table tag_moves (id bigint generated always as identity, kind text not null, tag text not null, records bigint not null);
select kith.make_workspace_table('tag_moves', 'id', false);

-- The kind of a record is the name of its table; that of a record of a kind that a workspace has made is the id of the kind.
create function kith.count_tags_of_new() returns trigger language plpgsql as
$$
begin
  if tg_table_name = 'custom_records' then
    insert into tag_moves (workspace_id, kind, tag, records)
      select workspace_id, object_id::text, tag, count(distinct id) from fresh, unnest(tags) tag where deleted_at is null group by 1, 2, 3;
  else
    insert into tag_moves (workspace_id, kind, tag, records)
      select workspace_id, tg_table_name, tag, count(distinct id) from fresh, unnest(tags) tag where deleted_at is null group by 1, 2, 3;
  end if;
  return null;
end $$;

create function kith.count_tags_again() returns trigger language plpgsql as
$$
declare
  kind text := tg_table_name;
  before text[] := case when old.deleted_at is null then old.tags else '{}' end;
  after text[] := '{}';
begin
  if tg_table_name = 'custom_records' then kind := old.object_id::text; end if;
  if tg_op = 'UPDATE' then
    if new.deleted_at is null then after := new.tags; end if;
  end if;
  insert into tag_moves (workspace_id, kind, tag, records)
    select old.workspace_id, kind, tag, 1 from (select unnest(after) as tag except select unnest(before)) added
    union all
    select old.workspace_id, kind, tag, -1 from (select unnest(before) as tag except select unnest(after)) gone;
  return null;
end $$;

create function kith.count_tags(target regclass) returns void language plpgsql as
$$
begin
  execute format('create trigger count_tags_of_new after insert on %s referencing new table as fresh
    for each statement execute function kith.count_tags_of_new()', target);
  execute format('create trigger count_tags_again after update of tags, deleted_at on %s for each row
    when (old.tags is distinct from new.tags or (old.deleted_at is null) <> (new.deleted_at is null)) execute function kith.count_tags_again()', target);
  execute format('create trigger count_tags_of_gone after delete on %s for each row
    when (old.deleted_at is null and old.tags <> ''{}'') execute function kith.count_tags_again()', target);
end $$;

do $$
declare
  workspace uuid;
  target text;
begin
  foreach target in array array['contacts', 'accounts', 'deals', 'leads', 'products', 'custom_records'] loop
    perform kith.count_tags(target::regclass);
  end loop;
  for workspace in select id from kith.list_workspaces() loop
    perform set_config('app.workspace_id', workspace::text, true);
    foreach target in array array['contacts', 'accounts', 'deals', 'leads', 'products', 'custom_records'] loop
      execute format('insert into tag_counts (kind, tag, records)
        select %s, tag, count(distinct id) from %I, unnest(tags) tag where deleted_at is null group by 1, 2',
        case when target = 'custom_records' then 'object_id::text' else quote_literal(target) end, target);
    end loop;
  end loop;
  perform set_config('app.workspace_id', '', true);
end $$;
