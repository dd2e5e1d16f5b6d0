-- What is looked up in a workspace is planned as if all rows were its own. PostgreSQL's guess for a column without statistics (one row in
-- two hundred) made every index that begins with workspace_id look small enough to be read whole; and without a list of common values no
-- workspace counts as empty either. PostgreSQL 18 lets that be said, older ones keep their guess. Asked at every start, since a restored
-- database comes without it; a table that somebody else is changing keeps what it has.
create function kith.plan_for_one_workspace() returns void language plpgsql set lock_timeout = '1s' as $$
declare
  target record;
begin
  for target in
    select c.oid::regclass as name, c.relname, c.relkind, a.attstattarget
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
  loop
    begin
      if target.attstattarget is distinct from 0 then
        execute format('alter table %s alter column workspace_id set statistics 0', target.name);
      end if;
      if current_setting('server_version_num')::integer >= 180000 then
        execute format('select pg_restore_attribute_stats(''schemaname'', ''public'', ''relname'', %L, ''attname'', ''workspace_id'',
          ''inherited'', %L::boolean, ''null_frac'', 0::real, ''avg_width'', 16, ''n_distinct'', 1::real)', target.relname, target.relkind = 'p');
      end if;
    exception when lock_not_available then continue;
    end;
  end loop;
end $$;
