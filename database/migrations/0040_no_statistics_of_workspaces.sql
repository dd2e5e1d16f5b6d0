-- How many rows a workspace has says nothing of what is looked up in it. With statistics, a workspace that has grown since they were made
-- counts as empty: every index that begins with workspace_id then looks as good as the right one, and look-ups of one key read all of it.
create or replace function kith.secure_workspace_table(target regclass) returns void language plpgsql as $function$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy workspace on %s to public
    using (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid)
    with check (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid)', target);
  execute format('create policy system on %s to kith_system using (true) with check (true)', target);
  execute format('grant select, insert, update, delete on %s to kith_app, kith_system', target);
  execute format('alter table %s alter column workspace_id set statistics 0', target);
end $function$;

do $$
declare
  target regclass;
begin
  for target in
    select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
  loop
    execute format('alter table %s alter column workspace_id set statistics 0', target);
  end loop;
end $$;
