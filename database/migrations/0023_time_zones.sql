-- In which time zone users are, and, under no user, the workspace.
create view report_time_zones with (security_invoker = true) as
  select u.workspace_id, u.id as user_id, coalesce(u.settings ->> 'timeZone', w.settings ->> 'timeZone', 'UTC') as zone
  from users u join workspaces w on w.id = u.workspace_id
  union all
  select id, null, coalesce(settings ->> 'timeZone', 'UTC') from workspaces;
grant select on report_time_zones to kith_app;
