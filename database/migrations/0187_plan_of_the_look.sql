-- Every group of handlers asks this each second. A function in plpgsql keeps its plan; as one in SQL it was planned anew each time, which
-- took twice as long as the look itself.
create or replace function kith.workspaces_with_events(group_name text) returns table (id uuid)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as
$$
#variable_conflict use_column
begin
  return query select w.id from workspaces w
    left join handler_cursors c on c.workspace_id = w.id and c.handler_group = group_name
    where (c.retry_at is null or c.retry_at <= now()) and exists (
      select 1 from events e
      where e.workspace_id = w.id
        and (e.epoch, e.xid, e.id) > (coalesce(c.epoch, 0), coalesce(c.xid, '0'), coalesce(c.event_id, '00000000-0000-0000-0000-000000000000'))
        and (e.epoch < (select kith.event_epoch()) or e.xid < pg_snapshot_xmin(pg_current_snapshot())));
end $$;
